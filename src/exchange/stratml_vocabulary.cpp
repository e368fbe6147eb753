#include "exchange/stratml_vocabulary.hpp"

namespace entente::exchange::stratml {
namespace {
struct Entry {
  std::string_view element;
  std::string_view children;  ///< separated by blanks
};

/// Which elements may lie in which, over all versions of both parts.
constexpr std::array entries{
    Entry{"StrategicPlan", "Name Description OtherInformation StrategicPlanCore AdministrativeInformation Submitter"},
    Entry{"PerformancePlanOrReport", "Name Description OtherInformation StrategicPlanCore AdministrativeInformation Submitter"},
    Entry{"StrategicPlanCore", "Organization Vision Mission Value Goal"},
    Entry{"Organization", "Name Acronym Identifier Description Stakeholder"},
    Entry{"Vision", "Description Identifier"},
    Entry{"Mission", "Description Identifier"},
    Entry{"Value", "Name Description"},
    Entry{"Goal", "Name Description Identifier SequenceIndicator Stakeholder OtherInformation Objective"},
    Entry{"Objective", "Name Description Identifier SequenceIndicator Stakeholder OtherInformation PerformanceIndicator"},
    Entry{"Stakeholder", "Name Description Role"},
    Entry{"Role", "Name Description RoleType"},
    Entry{"PerformanceIndicator",
          "SequenceIndicator MeasurementDimension UnitOfMeasurement Identifier Relationship MeasurementInstance OtherInformation"},
    Entry{"Relationship", "Identifier ReferentIdentifier Name Description"},
    Entry{"MeasurementInstance", "TargetResult ActualResult"},
    Entry{"TargetResult", "StartDate EndDate NumberOfUnits Descriptor Description"},
    Entry{"ActualResult", "StartDate EndDate NumberOfUnits Descriptor Description"},
    Entry{"Descriptor", "DescriptorName DescriptorValue"},
    Entry{"AdministrativeInformation", "Identifier StartDate EndDate PublicationDate Source Submitter"},
    Entry{"Submitter", "Identifier GivenName FirstName Surname LastName PhoneNumber EmailAddress"},
};

bool lists(std::string_view children, std::string_view name) {
  for (std::size_t at = children.find(name); at != std::string_view::npos; at = children.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || children[at - 1] == ' ') && (end == children.size() || children[end] == ' ')) return true;
  }
  return false;
}

const Entry* find(std::string_view element) {
  for (const Entry& entry : entries)
    if (entry.element == element) return &entry;
  return nullptr;
}

bool is_known(std::string_view name) {
  return find(name) || std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) { return lists(entry.children, name); });
}

/// Whether the element says that it is of a vocabulary other than StratML. An element without a prefix or with one that
/// nobody declared belongs to the document.
bool is_of_others(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  const std::string declaration = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = node; at && at.type() == pugi::node_element; at = at.parent()) {
    const pugi::xml_attribute attribute = at.attribute(declaration.c_str());
    if (!attribute) {
      if (colon == std::string_view::npos) return false;  // inherits, and the parent has been looked at
      continue;
    }
    std::string uri = attribute.value();
    for (char& c : uri) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c;
    return !uri.empty() && uri.find("stratml") == std::string::npos && uri.find("17469") == std::string::npos;
  }
  return false;
}

class Vocabulary {
 public:
  explicit Vocabulary(Notes& notes) : notes_(notes) {}

  void visit(pugi::xml_node element) {
    const Entry* entry = find(local(element));
    for (pugi::xml_node inner = element.first_child(); inner;) {
      const pugi::xml_node next = inner.next_sibling();
      if (inner.type() == pugi::node_element) {
        const std::string_view name = local(inner);
        if (is_of_others(inner)) {
          notes_.warn(inner, fmt::format("“{}” belongs to another vocabulary and was left out.", inner.name()));
          element.remove_child(inner);
        } else if (!is_known(name)) {
          fail(inner, fmt::format("“{}” is not an element of StratML (found in “{}”).", name, local(element)));
        } else {
          if (entry && !lists(entry->children, name)) notes_.warn(inner, fmt::format("“{}” stands in “{}”, where StratML has no place for it.", name, local(element)));
          visit(inner);
        }
      }
      inner = next;
    }
  }

  void fail(const pugi::xml_node& node, std::string message) {
    if (errors_.size() < 100) errors_.push_back({notes_.line(node), "unknown_element", std::move(message)});
  }

  void finish() {
    if (errors_.empty()) return;
    std::string message = fmt::format("This is not valid StratML. {}: {}", errors_.front().path, errors_.front().message);
    throw Error(ErrorKind::bad_input, "invalid_stratml", std::move(message), std::move(errors_));
  }

 private:
  Notes& notes_;
  std::vector<FieldError> errors_;
};
}  // namespace

std::string_view local(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_of(const pugi::xml_node& element) {
  std::string out;
  for (pugi::xml_node part : element)
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
  return out;
}

pugi::xml_node child(const pugi::xml_node& element, std::string_view name) {
  for (pugi::xml_node inner : element)
    if (inner.type() == pugi::node_element && local(inner) == name) return inner;
  return {};
}

std::string child_text(const pugi::xml_node& element, std::string_view name) { return text_of(child(element, name)); }

void Notes::warn(const pugi::xml_node& node, std::string message) {
  for (Note& note : notes_)
    if (note.message == message) return static_cast<void>(++note.count);
  if (notes_.size() < 200) notes_.push_back({line(node), std::move(message)});
}

std::vector<Warning> Notes::warnings() const {
  std::vector<Warning> out;
  for (const Note& note : notes_)
    out.push_back({note.path, note.count == 1 ? note.message : fmt::format("{} ({} times)", note.message, note.count)});
  return out;
}

std::string Notes::line(const pugi::xml_node& node) const {
  const auto offset = node.offset_debug();
  return fmt::format("line {}", lines_.line_of(offset < 0 ? 0 : static_cast<std::size_t>(offset)));
}

void check_vocabulary(pugi::xml_node root, Notes& notes) {
  Vocabulary vocabulary(notes);
  const std::string_view name = local(root);
  if (name != "StrategicPlan" && name != "PerformancePlanOrReport") {
    vocabulary.fail(root, fmt::format("The document is “{}”; StratML begins with “StrategicPlan” or “PerformancePlanOrReport”.", name));
    vocabulary.finish();
  }
  vocabulary.visit(root);
  vocabulary.finish();
}

}  // namespace entente::exchange::stratml
