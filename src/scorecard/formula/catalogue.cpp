#include "scorecard/formula/catalogue.hpp"

#include "scorecard/formula/lexer.hpp"
#include "scorecard/formula/problem.hpp"

namespace entente::scorecard::formula {

void Catalogue::add(MeasureInfo measure) {
  std::string code = measure.code;
  measures_.insert_or_assign(std::move(code), std::move(measure));
}

void Catalogue::add_objective(std::string code, std::string name) {
  objectives_.insert_or_assign(std::move(code), std::move(name));
}

const MeasureInfo* Catalogue::measure(std::string_view code) const {
  const auto found = measures_.find(code);
  return found == measures_.end() ? nullptr : &found->second;
}

std::string Catalogue::suggestion(std::string_view word, Among among) const {
  std::vector<std::string_view> codes;
  for (const auto& [code, measure] : measures_) codes.push_back(code);
  if (among == Among::all)
    for (const auto& [code, name] : objectives_) codes.push_back(code);
  const std::string_view near = nearest(word, codes);
  return near.empty() ? std::string() : written_code(near);
}

}  // namespace entente::scorecard::formula
