#pragma once
#include "json/codec.hpp"

/// JSON of described structs that says only what differs: a member that is absent keeps the value it has. So a plan
/// written by hand stays short, and what a file of another format cannot hold stays small.
namespace entente::exchange {

namespace detail {
template <class T>
inline constexpr bool is_described = boost::describe::has_describe_members<T>::value && !std::is_union_v<T>;
template <class T>
inline constexpr bool is_list_of_described = false;
template <class T>
inline constexpr bool is_list_of_described<std::vector<T>> = is_described<T>;
}  // namespace detail

/// Appends the members of `value` that differ from those of `base`. Items of lists are written against a fresh item, and
/// a list that differs is written whole.
template <class T>
void write_sparse(std::string& out, const T& value, const T& base) {
  if constexpr (detail::is_described<T>) {
    out += '{';
    bool first = true;
    boost::mp11::mp_for_each<json::detail::Members<T>>([&](auto d) {
      if (value.*d.pointer == base.*d.pointer) return;
      if (!std::exchange(first, false)) out += ',';
      out += json::detail::Key<decltype(d)>::text;
      write_sparse(out, value.*d.pointer, base.*d.pointer);
    });
    out += '}';
  } else if constexpr (detail::is_list_of_described<T>) {
    out += '[';
    bool first = true;
    for (const auto& item : value) {
      if (!std::exchange(first, false)) out += ',';
      write_sparse(out, item, typename T::value_type{});
    }
    out += ']';
  } else {
    json::Codec<T>::write(out, value);
  }
}

/// Reads what `write_sparse` wrote into `out`, which brings the values of absent members. Unknown members are refused.
template <class T>
void read_sparse(const json::Reader& at, const json::Value& value, T& out) {
  if constexpr (detail::is_described<T>) {
    if (!value.object()) return at.fail_type("an object", value);
    for (const json::Member& member : *value.object()) {
      bool known = false;
      boost::mp11::mp_for_each<json::detail::Members<T>>([&](auto d) {
        if (known || json::detail::Key<decltype(d)>::name != member.name) return;
        known = true;
        read_sparse(at.member(member.name), member.value, out.*d.pointer);
      });
      if (!known) json::detail::fail_unknown(at.member(member.name));
    }
  } else if constexpr (detail::is_list_of_described<T>) {
    if (!value.array()) return at.fail_type("a list", value);
    out.clear();
    out.reserve(value.array()->size());
    for (std::size_t i = 0; i < value.array()->size(); ++i)
      read_sparse(at.item(i), (*value.array())[i], out.emplace_back());
  } else {
    json::Codec<T>::read(at, value, out);
  }
}

}  // namespace entente::exchange
