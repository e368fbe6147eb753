#include "files/rules.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "base/text.hpp"

namespace entente::files {
namespace {

constexpr std::size_t longest_stem = 120;  // characters

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 32);
  return out;
}

[[noreturn]] void refuse(std::string_view code, std::string message) { throw_bad_field("file", code, std::move(message)); }

/// How a page begins that a browser would take for one (the WHATWG's list), and what else of its kind can run scripts.
bool begins_markup(std::string_view content) {
  std::string start = lower(content.substr(0, 1024));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  start.erase(0, std::min(start.find_first_not_of(" \t\r\n\f"), start.size()));
  for (std::string_view tag : {"<!doctype", "<!--", "<?xml", "<html", "<head", "<script", "<iframe", "<svg", "<body", "<style", "<title", "<table", "<div",
                               "<font", "<h1", "<br", "<p>", "<p ", "<a ", "<b>", "<math", "<link", "<meta", "<object", "<embed"})
    if (start.starts_with(tag)) return true;
  // A drawing may begin with a remark or a declaration.
  return start.find("<svg") != std::string::npos || start.find("<script") != std::string::npos;
}

/// The part behind the last point, in small letters; nothing without one.
std::string ending_of(std::string_view name) {
  auto point = name.rfind('.');
  return point == std::string_view::npos || point + 1 == name.size() ? "" : lower(name.substr(point + 1));
}

/// Of a text in UTF-8 the first characters.
std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count++ == most) break;
  return text.substr(0, at);
}

}  // namespace

const KindWords& words_of(Kind kind) {
  static const std::vector<KindWords> all = {
      {Kind::pdf, "PDF document", "application/pdf", {"pdf"}},
      {Kind::png, "PNG picture", "image/png", {"png"}},
      {Kind::jpeg, "JPEG picture", "image/jpeg", {"jpg", "jpeg", "jpe", "jfif"}},
      {Kind::gif, "GIF picture", "image/gif", {"gif"}},
      {Kind::webp, "WebP picture", "image/webp", {"webp"}},
      {Kind::text, "text", "text/plain", {"txt", "text", "md", "log"}},
      {Kind::csv, "table in text form", "text/csv", {"csv", "tsv"}},
      {Kind::docx, "Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}},
      {Kind::xlsx, "Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}},
      {Kind::pptx, "PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation", {"pptx"}},
      {Kind::odt, "OpenDocument text", "application/vnd.oasis.opendocument.text", {"odt"}},
      {Kind::ods, "OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", {"ods"}},
      {Kind::odp, "OpenDocument presentation", "application/vnd.oasis.opendocument.presentation", {"odp"}},
  };
  return *std::find_if(all.begin(), all.end(), [&](const KindWords& words) { return words.kind == kind; });
}

bool is_text(std::string_view content) {
  return std::none_of(content.begin(), content.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte == 0x7f || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f');
  });
}

Look look_at(std::string_view content) {
  using namespace std::string_view_literals;
  auto begins = [&](std::string_view bytes) { return content.starts_with(bytes); };
  auto at = [&](std::size_t place, std::string_view bytes) { return content.size() > place && content.substr(place).starts_with(bytes); };
  if (content.empty()) refuse("empty", "The file is empty.");
  if (begins("%PDF-")) return {Looks::is_kind, Kind::pdf};
  if (begins("\x89PNG\r\n\x1A\n") && at(12, "IHDR")) return {Looks::is_kind, Kind::png};
  if (begins("\xFF\xD8\xFF")) return {Looks::is_kind, Kind::jpeg};
  if (begins("GIF87a") || begins("GIF89a")) return {Looks::is_kind, Kind::gif};
  if (begins("RIFF") && at(8, "WEBP")) return {Looks::is_kind, Kind::webp};
  if (begins("PK\x03\x04")) return {Looks::in_zip, Kind::docx};
  if (begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
    refuse("old_office", "This is an old or a protected Office file, into which we cannot look. Save it as .docx, .xlsx, .pptx or PDF without a password.");
  if (begins("MZ") || begins("\x7F" "ELF") || begins("#!") || begins("\xCA\xFE\xBA\xBE") || begins("\xCF\xFA\xED\xFE"))
    refuse("program", "This is a program. Programs are not taken.");
  if (begins("\xFF\xFE") || begins("\xFE\xFF")) refuse("unknown_kind", "This text is in UTF-16. Save it in UTF-8.");
  if (!is_text(content))
    refuse("unknown_kind", "This kind of file is not taken. Taken are PDF, pictures (PNG, JPEG, GIF, WebP), text and CSV, and documents of Office (.docx, .xlsx, .pptx) and OpenDocument.");
  if (begins_markup(content))
    refuse("active", "Web pages, XML and SVG drawings are not taken: they can carry scripts. Save it as a PDF or a picture.");
  return {Looks::is_kind, Kind::text};
}

Kind text_kind(std::string_view given_name) {
  std::string ending = ending_of(given_name);
  return ending == "csv" || ending == "tsv" ? Kind::csv : Kind::text;
}

std::string clean_name(std::string_view given, Kind kind) {
  if (auto slash = given.find_last_of("/\\"); slash != std::string_view::npos) given.remove_prefix(slash + 1);
  std::vector<FieldError> errors;
  std::string name = clean_text(given, "name", {.longest = 1'000, .empty = TextRule::Empty::allowed}, errors);
  throw_if_any(std::move(errors));
  for (char& c : name)
    if (std::string_view("<>:\"|?*").find(c) != std::string_view::npos) c = '_';
  // Neither hidden nor, on some systems, losing its ending.
  name.erase(0, std::min(name.find_first_not_of(". "), name.size()));
  name.erase(name.find_last_not_of(". ") + 1);
  const auto& endings = words_of(kind).endings;
  std::string ending = ending_of(name);
  bool fits = std::find(endings.begin(), endings.end(), ending) != endings.end();
  std::string stem = fits ? name.substr(0, name.size() - ending.size() - 1) : name;
  stem.erase(stem.find_last_not_of(". ") + 1);
  if (stem.empty()) stem = "file";
  return std::string(first_characters(stem, longest_stem)) + "." + (fits ? ending : std::string(endings.front()));
}

std::string size_words(std::int64_t bytes) {
  if (bytes >= 1'000'000'000) return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
  if (bytes >= 10'000'000) return fmt::format("{} MB", bytes / 1'000'000);
  if (bytes >= 1'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
  return fmt::format("{} kB", (bytes + 999) / 1'000);
}

}  // namespace entente::files
