#!/usr/bin/env python3
"""Makes tests/data/formula/reference.tsv: formulas with inputs and results worked out with Python's fractions and decimal.

Shares nothing with the program: expressions are built as trees here, worked out as fractions, and written as text with all
parentheses. Products and quotients are rounded half-even to 18 decimals, roots, logarithms and powers of e to 12, as
docs/formulas.md says; everything else is exact. A result beyond 1.7e20, a division by zero and the like are `error`.
Columns: formula, A, B, C, result. Run: python3 tests/independent/formula_reference.py > tests/data/formula/reference.tsv
"""
import random
from decimal import Decimal, ROUND_HALF_EVEN, getcontext
from fractions import Fraction

getcontext().prec = 80
LARGEST = Fraction(2**127, 10**18)


class Wrong(Exception):
    pass


def half_even(number: Fraction, places: int) -> Fraction:
    scaled = number * 10**places
    return Fraction(round(scaled), 10**places) if places >= 0 else Fraction(round(scaled)) / Fraction(10) ** places


def bounded(number: Fraction) -> Fraction:
    if abs(number) >= LARGEST:
        raise Wrong
    return number


def decimal_of(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def rounded(number: Decimal) -> Fraction:
    return bounded(Fraction(number.quantize(Decimal(10) ** -12, rounding=ROUND_HALF_EVEN)))


def divide(a: Fraction, b: Fraction) -> Fraction:
    if b == 0:
        raise Wrong
    return bounded(half_even(a / b, 18))


def power(a: Fraction, b: int) -> Fraction:
    if a == 0 and b <= 0:
        raise Wrong
    return bounded(half_even(a**b, 18))


def square_root(a: Fraction) -> Fraction:
    if a < 0:
        raise Wrong
    return rounded(decimal_of(a).sqrt())


def logarithm(a: Fraction) -> Fraction:
    if a <= 0:
        raise Wrong
    return rounded(decimal_of(a).ln())


def exponential(a: Fraction) -> Fraction:
    if a > 47:
        raise Wrong
    return rounded(decimal_of(a).exp())


def clamp(x, low, high):
    if low > high:
        raise Wrong
    return min(max(x, low), high)


def floor(a):
    return Fraction(a.numerator // a.denominator)


BINARY = {
    "+": lambda a, b: bounded(a + b),
    "-": lambda a, b: bounded(a - b),
    "*": lambda a, b: bounded(half_even(a * b, 18)),
    "/": divide,
}
CALLS = {
    "ABS": (1, abs),
    "SIGN": (1, lambda a: Fraction((a > 0) - (a < 0))),
    "FLOOR": (1, floor),
    "CEIL": (1, lambda a: -floor(-a)),
    "SQRT": (1, square_root),
    "LN": (1, logarithm),
    "EXP": (1, exponential),
    "MIN": (3, lambda *all: min(all)),
    "MAX": (3, lambda *all: max(all)),
    "SUM": (3, lambda *all: bounded(bounded(all[0] + all[1]) + all[2])),
    "AVG": (3, lambda *all: divide(bounded(bounded(all[0] + all[1]) + all[2]), Fraction(3))),
    "CLAMP": (3, clamp),
}
COMPARISONS = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
}


def text_of(number: Fraction) -> str:
    sign = "-" if number < 0 else ""
    units = abs(number) * 10**18
    assert units.denominator == 1
    whole, rest = divmod(units.numerator, 10**18)
    digits = f"{rest:018}".rstrip("0")
    return sign + str(whole) + ("." + digits if digits else "")


def any_number(rng) -> Fraction:
    kind = rng.randrange(8)
    if kind == 0:
        return Fraction(0)
    if kind == 1:
        return Fraction(rng.randrange(-10**17, 10**17))
    if kind == 2:
        return Fraction(rng.randrange(-10**9, 10**9), 10**9)
    return Fraction(rng.randrange(-10**6, 10**6), 10 ** rng.randrange(0, 5))


def build(rng, depth):
    """Gives the text and a function of the inputs."""
    kind = rng.randrange(9) if depth > 0 else rng.randrange(2)
    if kind == 0:
        number = abs(any_number(rng))
        return text_of(number), lambda inputs: number
    if kind == 1:
        name = rng.choice("ABC")
        return name, lambda inputs: inputs[name]
    if kind <= 4:
        sign = rng.choice("+-*/")
        left_text, left = build(rng, depth - 1)
        right_text, right = build(rng, depth - 1)
        return f"({left_text} {sign} {right_text})", lambda inputs: BINARY[sign](left(inputs), right(inputs))
    if kind == 5:
        text, inside = build(rng, depth - 1)
        return f"(-{text})", lambda inputs: -inside(inputs)
    if kind == 6:
        sign = rng.choice(list(COMPARISONS))
        parts = [build(rng, depth - 1) for _ in range(4)]
        (a_text, a), (b_text, b), (c_text, c), (d_text, d) = parts
        return (
            f"IF({a_text} {sign} {b_text}, {c_text}, {d_text})",
            lambda inputs: c(inputs) if COMPARISONS[sign](a(inputs), b(inputs)) else d(inputs),
        )
    if kind == 7 and rng.randrange(3) == 0:
        exponent = rng.randrange(-4, 7)
        text, inside = build(rng, depth - 1)
        return f"({text}^{exponent})", lambda inputs: power(inside(inputs), exponent)
    if kind == 7 and rng.randrange(2) == 0:
        digits = rng.randrange(-4, 10)
        text, inside = build(rng, depth - 1)
        return f"ROUND({text}, {digits})", lambda inputs: bounded(half_even(inside(inputs), digits))
    name = rng.choice(list(CALLS))
    count, function = CALLS[name]
    parts = [build(rng, depth - 1) for _ in range(count)]
    return (
        f"{name}({', '.join(text for text, _ in parts)})",
        lambda inputs: function(*[part(inputs) for _, part in parts]),
    )


def main():
    rng = random.Random(2006)
    rows = errors = 0
    while rows < 400:
        text, function = build(rng, rng.randrange(1, 5))
        if not any(name in text for name in "ABC") or len(text) > 400:
            continue
        inputs = {name: any_number(rng) for name in "ABC"}
        try:
            result = text_of(function(inputs))
        except Wrong:
            result = "error"
        if result == "error":
            errors += 1
            if errors > 100:
                continue
        print("\t".join([text, *(text_of(inputs[name]) for name in "ABC"), result]))
        rows += 1


if __name__ == "__main__":
    main()
