#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.hpp"
#include "exchange/plan.hpp"

/// The small conventions that the reader and the writer of StratML share.
namespace entente::exchange::stratml {

inline constexpr std::string_view report_namespace = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport";
/// The processing instruction that carries what the schema has no place for.
inline constexpr std::string_view instruction = "entente";
inline constexpr int instruction_version = 1;

/// Names of descriptors that mean something to us: the value of a measure that is no number, a declared "n/a" with its
/// reason, a value that its owner keeps back, and a target that was computed from the way the measure is scored.
inline constexpr std::string_view value_descriptor = "Value";
inline constexpr std::string_view na_descriptor = "n/a";
inline constexpr std::string_view withheld_descriptor = "withheld";
inline constexpr std::string_view goal_descriptor = "Scored against";

/// Whether XML takes the text as an xsd:ID.
bool is_xml_name(std::string_view text);
/// The text as an identifier of XML: with a `_` in front where it needs one; nothing if that does not help.
std::optional<std::string> prefixed(std::string_view text);
/// The other way: without the `_` that was only there for XML's sake.
std::string unprefixed(std::string_view identifier);

/// "…", "[To be determined]" and the like, which people leave in forms.
bool is_placeholder(std::string_view text);
/// Texts of other people's files: lines of a paragraph joined, indentation dropped, paragraphs kept.
std::string tidy(std::string_view text);
/// The same on one line, for names.
std::string tidy_line(std::string_view text);

struct Described {
  std::string text;
  std::string name;   ///< of the descriptor
  std::string value;  ///< of the descriptor
};
/// A description and a descriptor as one note, "text [name: value]", and back.
std::string joined(const Described& parts);
Described parted(std::string_view note);

/// The period that lies exactly between two days, if one does.
std::optional<Period> exact_period(const Calendar& calendar, Date start, Date end);
/// The period that comes nearest: of the frequency that fits the length, the one in which the end lies.
Period nearest_period(const Calendar& calendar, Date start, Date end);

/// "Outcome", "Output_Processing" …; nothing for `unknown`.
std::string_view stage_name(Dimension dimension);
Dimension parse_stage(std::string_view text);
MeasureKind kind_of(Dimension dimension);

}  // namespace entente::exchange::stratml
