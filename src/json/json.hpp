#pragma once
#include "json/codec.hpp"
#include "json/field_types.hpp"

namespace entente::json {

/// Reads a document into a described struct (or any type with a codec). Throws `bad_input` that carries what is wrong
/// with each field, by its path ("targets[2].red"): unknown, missing, wrong type, out of range, given twice.
template <class T>
T from(const Value& value) {
  std::vector<FieldError> errors;
  T out{};
  Codec<T>::read(Reader(errors), value, out);
  throw_if_any(std::move(errors));
  return out;
}

template <class T>
T read(std::string_view text, Limits limits = {}) {
  return from<T>(parse(text, limits));
}

/// Reads what the program itself wrote once (the record, a signed document): members that came later keep their defaults.
template <class T>
T read_kept(std::string_view text, Limits limits = {}) {
  std::vector<FieldError> errors;
  T out{};
  Codec<T>::read(Reader(errors, Reader::Missing::keeps_default), parse(text, limits), out);
  throw_if_any(std::move(errors));
  return out;
}

/// Appends `value`, straight to text, without white space.
template <class T>
void write(std::string& out, const T& value) {
  Codec<T>::write(out, value);
}

template <class T>
std::string text(const T& value) {
  std::string out;
  write(out, value);
  return out;
}

/// The JSON Schema of T: for a described struct a reference to a component that is put into `schemas`.
template <class T>
std::string schema(Schemas& schemas) {
  return Codec<T>::schema(schemas);
}

}  // namespace entente::json
