#include "json/reader.hpp"

namespace entente::json {

std::string Reader::path() const {
  if (!parent_) return {};
  std::string out = parent_->path();
  if (name_.data() == nullptr) return out + fmt::format("[{}]", index_);
  if (!out.empty()) out += '.';
  return out.append(name_);
}

void Reader::fail(std::string_view code, std::string message) const {
  if (errors_.size() < 100) errors_.push_back({path(), std::string(code), std::move(message)});
}

void Reader::add(std::vector<FieldError> errors) const {
  for (FieldError& error : errors)
    if (errors_.size() < 100) errors_.push_back(std::move(error));
}

void Reader::fail_type(std::string_view wanted, const Value& found) const {
  std::string here = path();
  std::string subject = here.empty() ? "This" : "“" + here + "”";
  fail("wrong_type", fmt::format("{} has to be {}, not {}.", subject, wanted, name_of(found.type())));
}

}  // namespace entente::json
