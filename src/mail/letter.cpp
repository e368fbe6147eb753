#include "mail/letter.hpp"

#include "mail/message.hpp"

namespace entente::mail {
namespace {

constexpr std::string_view settings_page = "/settings/mail";

void add_part(Written& out, const Part& part, std::string_view base) {
  out.plain += fmt::format("\n{}\n", part.heading);
  out.html += fmt::format("<h2 style=\"font-size:16px;margin:20px 0 8px\">{}</h2><ul style=\"padding-left:20px;margin:0\">", html_escaped(part.heading));
  for (const auto& line : part.lines) {
    out.plain += fmt::format("\n- {}\n", line.text);
    if (!line.detail.empty()) out.plain += fmt::format("  {}\n", line.detail);
    std::string address = line.link.empty() ? "" : std::string(base) + line.link;
    if (!address.empty()) out.plain += fmt::format("  {}\n", address);
    std::string text = html_escaped(line.text);
    if (!address.empty()) text = fmt::format("<a href=\"{}\">{}</a>", html_escaped(address), text);
    out.html += fmt::format("<li style=\"margin:0 0 8px\">{}{}</li>", text, line.detail.empty() ? "" : "<br>" + html_escaped(line.detail));
  }
  out.html += "</ul>";
}

}  // namespace

Written written(const Content& content, std::string_view name, std::string_view base) {
  Written out;
  out.plain = fmt::format("{},\n\n{}\n", name, content.opening);
  out.html = fmt::format(
      "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{0}</title></head>"
      "<body style=\"font:15px/1.5 sans-serif;max-width:640px\"><p>{1},</p><p>{0}</p>",
      html_escaped(content.opening), html_escaped(name));
  for (const auto& part : content.parts) add_part(out, part, base);
  std::string settings = std::string(base) + std::string(settings_page);
  out.plain += fmt::format("\n--\n{}\nChange what you hear of, and how often: {}\n", content.reason, settings);
  out.html += fmt::format(
      "<p style=\"margin-top:24px;border-top:1px solid #ccc;padding-top:8px;font-size:13px\">{}<br><a href=\"{}\">Change what you hear of, "
      "and how often</a></p></body></html>",
      html_escaped(content.reason), html_escaped(settings));
  return out;
}

}  // namespace entente::mail
