#pragma once
#include <span>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "strategy/types.hpp"

/// What a map must look like to be let in. Each `check` cleans the texts in place and adds what is wrong to `errors`, at
/// `path` + the field's name.
namespace entente::strategy {

void check(Perspective& perspective, std::vector<FieldError>& errors, const std::string& path = "");
void check(Theme& theme, std::vector<FieldError>& errors, const std::string& path = "");
void check(Objective& objective, std::vector<FieldError>& errors, const std::string& path = "");
void check(Link& link, std::vector<FieldError>& errors, const std::string& path = "");
void check(Win& win, std::vector<FieldError>& errors, const std::string& path = "");
void check(SharedValue& value, std::vector<FieldError>& errors, const std::string& path = "");

/// The standard four, bottom to top, with their questions.
std::vector<Perspective> standard_perspectives();

/// The next free code in a theme: its initials and a number ("Living the alliance" gives LA1, LA2 …).
std::string next_code(const std::string& theme_name, std::span<const std::string> taken);

/// What to say when a map has too few or too many objectives to be read at a glance (12 to 25); nothing when it is right.
std::vector<std::string> advice(std::size_t objectives, std::size_t unplaced, std::size_t without_links);

}  // namespace entente::strategy
