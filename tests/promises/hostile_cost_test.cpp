// P7 for time and memory: whatever is sent, four times as much of it costs about four times as much. Counted in the processor's
// time of the thread, as a ratio, so that a busy machine changes nothing.
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <time.h>

#include "base/error.hpp"
#include "base/text.hpp"
#include "exchange/csv.hpp"
#include "exchange/stratml.hpp"
#include "json/json.hpp"
#include "scorecard/formula/parser.hpp"

using namespace entente;

namespace {

double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The least of several runs: what else the machine does can only add.
double cost(const std::function<void()>& work) {
  double least = 1e9;
  for (int run = 0; run < 4; ++run) {
    double start = processor_seconds();
    work();
    least = std::min(least, processor_seconds() - start);
  }
  return least;
}

/// How often over the cost grows when the size does four times; made larger until it can be measured at all.
double growth(const std::function<std::string(std::size_t)>& make, const std::function<void(const std::string&)>& take, std::size_t size) {
  double small = 0, large = 0;
  for (; size < 4'000'000; size *= 2) {
    std::string input = make(size), more = make(4 * size);
    small = cost([&] { take(input); });
    if (small < 0.001) continue;
    large = cost([&] { take(more); });
    break;
  }
  return small < 0.001 ? 1 : large / small;
}

/// Of several tries the one that is nearest to what is expected: what else the machine does disturbs both measurements.
bool ever(const std::function<bool()>& question) {
  for (int attempt = 0; attempt < 6; ++attempt)
    if (question()) return true;
  return false;
}

constexpr double most_growth = 9;  // 4 is in proportion, 16 by the square

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

void refused_or_taken(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    CHECK((error.kind() == ErrorKind::bad_input || error.kind() == ErrorKind::too_large));
  }
}

struct Input {
  std::string name;
  std::function<std::string(std::size_t)> make;
  std::function<void(const std::string&)> take;
};

std::string plan(const std::string& inside) {
  return "<?xml version=\"1.0\"?><StrategicPlan xmlns=\"urn:ISO:std:iso:17469:tech:xsd:stratml_core\"><Name>P</Name><StrategicPlanCore>" + inside + "</StrategicPlanCore></StrategicPlan>";
}

std::vector<Input> inputs() {
  auto read_json = [](const std::string& text) { refused_or_taken([&] { json::parse(text, {100'000'000, 32}); }); };
  auto read_plan = [](const std::string& text) { refused_or_taken([&] { exchange::read_stratml(text); }); };
  auto read_csv = [](const std::string& text) { refused_or_taken([&] { exchange::read_observations(exchange::source_of(text), [](const auto&) {}); }); };
  auto clean = [](const std::string& text) {
    std::vector<FieldError> errors;
    clean_text(text, "name", {.longest = 4000, .lines = TextRule::Lines::many}, errors);
  };
  auto read_formula = [](const std::string& text) { scorecard::formula::parse(text); };
  auto numbered = [](std::size_t times, std::string_view form) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += fmt::format(fmt::runtime(form), i);
    return out;
  };
  return {
      {"JSON: many members", [=](std::size_t n) { return "{" + numbered(n, "\"k{}\":0,") + "\"k0\":1}"; }, read_json},
      {"JSON: many members that differ at the end", [=](std::size_t n) { return "{" + numbered(n, "\"a long name that is the same for all of them {}\":0,") + "\"z\":1}"; }, read_json},
      {"JSON: many items", [](std::size_t n) { return "[" + repeated("0,", n) + "0]"; }, read_json},
      {"JSON: escapes", [](std::size_t n) { return "\"" + repeated("\\ud83d\\ude00", n) + "\""; }, read_json},
      {"JSON: one long number", [](std::size_t n) { return "[" + std::string(n, '9') + "]"; }, read_json},
      {"JSON: never closed", [](std::size_t n) { return repeated("[{\"a\":", n); }, read_json},
      {"JSON: blanks", [](std::size_t n) { return std::string(n, ' ') + "x"; }, read_json},
      {"XML: many attributes", [=](std::size_t n) { return plan("<Goal " + numbered(n, "a{}=\"\" ") + "/>"); }, read_plan},
      {"XML: many prefixes", [=](std::size_t n) { return plan("<Goal " + numbered(n, "xmlns:a{0}=\"u{0}\" ").substr(0, n) + "/>"); }, read_plan},
      {"XML: many elements", [](std::size_t n) { return plan(repeated("<Goal><Name>G</Name><Description>D</Description></Goal>", n)); }, read_plan},
      {"XML: deep", [](std::size_t n) { return plan(repeated("<Goal>", n)); }, read_plan},
      {"XML: comments", [](std::size_t n) { return plan(repeated("<!-- - -->", n) + "<Goal><Name>G</Name></Goal>"); }, read_plan},
      {"XML: a section that does not end", [](std::size_t n) { return plan("<Goal><Name><![CDATA[" + repeated("]]", n)); }, read_plan},
      {"XML: characters by number", [](std::size_t n) { return plan("<Goal><Name>" + repeated("&#65;", n) + "</Name></Goal>"); }, read_plan},
      {"XML: the same identifier", [](std::size_t n) { return plan(repeated("<Goal><Name>G</Name><Identifier>_1</Identifier></Goal>", n)); }, read_plan},
      {"CSV: many lines", [](std::size_t n) { return "measure,period,value\n" + repeated("M,2009-11,7\n", n); }, read_csv},
      {"CSV: many measures", [=](std::size_t n) { return "measure,period,value\n" + numbered(n, "M{},2009-11,7\n"); }, read_csv},
      {"CSV: many wrong lines", [](std::size_t n) { return "measure,period,value\n" + repeated("M,never,x\n", n); }, read_csv},
      {"CSV: a quotation that does not end", [](std::size_t n) { return "measure,period,value\n\"" + repeated("\"\"", n); }, read_csv},
      {"CSV: many columns", [=](std::size_t n) { return numbered(n, "c{},") + "\n"; }, read_csv},
      {"CSV: one long line", [](std::size_t n) { return "measure,period,value\nM,2009-11," + std::string(n, '1') + "\n"; }, read_csv},
      {"text: marks in the wrong order", [](std::size_t n) { return "a" + repeated("\u0301\u0323", n); }, clean},
      {"text: marks on every letter", [](std::size_t n) { return repeated("a\u0301\u0323", n); }, clean},
      {"text: letters that come apart", [](std::size_t n) { return repeated("\uac01\u1e69", n); }, clean},
      {"text: blanks", [](std::size_t n) { return std::string(n, ' ') + "x" + std::string(n, ' '); }, clean},
      {"formula: parentheses", [](std::size_t n) { return std::string(n, '('); }, read_formula},
      {"formula: a long sum", [](std::size_t n) { return repeated("1+", n) + "1"; }, read_formula},
      {"formula: a text that does not end", [](std::size_t n) { return "\"" + repeated("\"\"", n); }, read_formula},
      {"formula: signs", [](std::size_t n) { return repeated("-", n); }, read_formula},
  };
}

}  // namespace

TEST_CASE("four times as much of anything hostile costs in proportion, and no memory to speak of") {
  rusage before{}, after{};
  ::getrusage(RUSAGE_SELF, &before);
  for (const auto& input : inputs()) {
    CAPTURE(input.name);
    CHECK(ever([&] { return growth(input.make, input.take, 1'000) < most_growth; }));
  }
  ::getrusage(RUSAGE_SELF, &after);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  // The largest is 64 MB of input, of which there are two at a time here.
  CHECK(after.ru_maxrss - before.ru_maxrss < 512 * 1024);
#endif
}

TEST_CASE("what grows by the square is noticed (negative control)") {
  auto by_the_square = [](const std::string& text) {
    std::vector<std::string_view> names;
    std::size_t twice = 0;
    for (std::size_t at = 0; at + 4 <= text.size(); at += 4) {
      std::string_view name = std::string_view(text).substr(at, 4);
      for (auto other : names) twice += other == name;
      names.push_back(name);
    }
    CHECK(twice < text.size() * text.size());
  };
  auto different = [](std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += fmt::format("{:04x}", i % 65'536);
    return out;
  };
  CHECK(ever([&] { return growth(different, by_the_square, 1'000) > most_growth; }));
}
