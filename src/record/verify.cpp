#include "record/verify.hpp"

#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "json/json.hpp"
#include "record/checkpoint.hpp"
#include "record/leaf.hpp"

namespace entente::record {
namespace {

constexpr std::size_t longest_line = 1'000'000;
constexpr std::size_t most_sentences = 20;

/// Ends the check: what follows could not be understood.
struct Stop {};

std::string last_part(std::string_view origin) { return std::string(origin.substr(origin.rfind('/') + 1)); }

/// What receipts and records have in common: keys, signatures, leaves.
class Verifier {
 public:
  explicit Verifier(const VerifyOptions& options) : options_(options) {}
  VerifyReport run(std::istream& in);

 private:
  template <class... A>
  void wrong(fmt::format_string<A...> text, A&&... arguments) {
    if (report_.wrong.size() == most_sentences) throw Stop();
    report_.wrong.push_back(fmt::format(text, std::forward<A>(arguments)...));
  }
  template <class... A>
  void checked(fmt::format_string<A...> text, A&&... arguments) {
    report_.checked.push_back(fmt::format(text, std::forward<A>(arguments)...));
  }

  bool next_line(std::istream& in, std::string& line);
  void take_keys(const std::vector<std::string>& keys, const std::vector<std::string>& witnesses);
  std::optional<VerifierKey> read_key(const std::string& text);
  void read_earlier_heads();
  std::optional<std::string> check_leaf(std::uint64_t index, const std::string& base64,
                                        const std::optional<FileWho>& who, std::string_view where);
  void check_who(const FileWho& who, const std::optional<Hash>& person, std::string_view where);
  /// The head, if it belongs to this log and is rightly signed by a key that the file names.
  std::optional<Checkpoint> check_head(const std::string& whole, std::string_view where);
  void accept_successors(std::uint64_t size);
  void check_end(const std::string& whole, const Checkpoint& head);

  void receipt(const std::string& text);
  void record(std::istream& in, const std::string& first);
  void leaf_line(const json::Value& line);
  void head_line(const json::Value& line);
  void end_line(const json::Value& line);
  void compare_earlier_heads();

  const VerifyOptions& options_;
  VerifyReport report_;
  std::string buffer_ = std::string(longest_line, '\0');
  std::string space_;
  std::vector<VerifierKey> known_;      ///< that the file or the options name
  std::vector<VerifierKey> accepted_;   ///< that are trusted, or were named by a leaf under a trusted signature
  std::vector<VerifierKey> witnesses_;  ///< that the file or the options name
  std::vector<std::pair<std::uint64_t, VerifierKey>> successors_;  ///< named by this leaf, not yet under a signature
  std::set<std::string> witnessed_;                                ///< names of the witnesses seen
  std::vector<Checkpoint> earlier_;
  Frontier frontier_;
  std::uint64_t last_right_ = 0;  ///< up to this size a head fitted
  bool last_head_accepted_ = false;
  bool ended_ = false;
};

bool Verifier::next_line(std::istream& in, std::string& line) {
  in.getline(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  auto count = static_cast<std::size_t>(in.gcount());
  if (in.fail() && count == buffer_.size() - 1) {
    wrong("A line of the file is longer than {} bytes.", longest_line);
    throw Stop();
  }
  if (in.fail()) return false;
  line.assign(buffer_.data(), in.eof() ? count : count - 1);  // gcount counts the newline too
  return true;
}

std::optional<VerifierKey> Verifier::read_key(const std::string& text) {
  try {
    return parse_verifier_key(text);
  } catch (const Error& error) {
    wrong("{}", error.message());
    return std::nullopt;
  }
}

void Verifier::take_keys(const std::vector<std::string>& keys, const std::vector<std::string>& witnesses) {
  known_ = options_.keys;
  accepted_ = options_.keys;
  for (auto& text : keys)
    if (auto key = read_key(text)) {
      known_.push_back(*key);
      if (accepted_.empty()) accepted_.push_back(*key);
    }
  if (accepted_.empty()) wrong("The file names no key, so that no signature can be checked.");
  witnesses_ = options_.witnesses;
  for (auto& text : witnesses)
    if (auto key = read_key(text)) witnesses_.push_back(*key);
  if (options_.keys.empty() && !accepted_.empty())
    checked("No trusted key was given. The key that the file itself names was used: compare it with one that you know: {}",
            accepted_.front().text());
}

void Verifier::read_earlier_heads() {
  for (auto& whole : options_.earlier_heads) {
    try {
      auto head = parse_checkpoint(parse_note(whole).text);
      if (head.origin != report_.origin)
        wrong("The earlier head belongs to another record, “{}”.", head.origin);
      else if (check_head(whole, "The earlier head"))
        earlier_.push_back(head);
    } catch (const Error& error) {
      wrong("The earlier head cannot be read. {}", error.message());
    }
  }
}

void Verifier::check_who(const FileWho& who, const std::optional<Hash>& person, std::string_view where) {
  auto id = PersonId::parse(who.person);
  auto salt = auth::from_base64(who.salt);
  if (!id || !salt || !person || commitment(*salt, *id, who.name) != *person)
    wrong("{} does not name “{}” as the person who acted, but the file says so.", where, who.name);
}

std::optional<std::string> Verifier::check_leaf(std::uint64_t index, const std::string& base64,
                                                const std::optional<FileWho>& who, std::string_view where) {
  auto bytes = auth::from_base64(base64);
  if (!bytes) {
    wrong("{} is not base64.", where);
    return std::nullopt;
  }
  try {
    auto leaf = parse_leaf(*bytes);
    if (leaf.index != index)
      wrong("{} calls itself number {}: leaves were left out, put in or swapped.", where, leaf.index);
    if (leaf.space.view() != space_) wrong("{} belongs to another space, “{}”.", where, leaf.space.view());
    if (who) check_who(*who, leaf.person, where);
    if (leaf.kind == key_changed_kind) {
      auto after = json::parse(leaf.after);
      auto* key = after.find("key");
      if (key && key->string())
        if (auto successor = read_key(*key->string())) successors_.emplace_back(index, *successor);
    }
    if (leaf.kind == restored_kind && report_.notes.size() < most_sentences) {
      const auto after = leaf.after.empty() ? json::Value() : json::parse(leaf.after);
      const auto* from = after.find("backup_at");
      report_.notes.push_back(fmt::format("{} says that on {} the data was put back to {}. What had been done since then is not in this record.", where,
                                          leaf.at.text(), from && from->string() ? "a backup of " + *from->string() : "an earlier state"));
    }
  } catch (const Error& error) {
    wrong("{} was changed. {}", where, error.message());
  }
  return bytes;
}

std::optional<Checkpoint> Verifier::check_head(const std::string& whole, std::string_view where) {
  try {
    auto note = parse_note(whole);
    auto head = parse_checkpoint(note.text);
    if (head.origin != report_.origin) wrong("{} belongs to another record, “{}”.", where, head.origin);
    bool is_signed = false;
    for (auto& key : known_) {
      auto state = check_signature(note, key);
      if (state == SignatureState::wrong) wrong("{} (size {}) was changed: {}'s signature does not fit it.", where, head.size, key.name);
      if (state == SignatureState::valid) is_signed = true;
    }
    if (!is_signed) wrong("{} (size {}) is signed by none of the server's known keys.", where, head.size);
    for (auto& witness : witnesses_) {
      auto state = check_signature(note, witness);
      if (state == SignatureState::wrong)
        wrong("{} (size {}): the signature of the witness {} does not fit it.", where, head.size, witness.name);
      if (state == SignatureState::valid) witnessed_.insert(witness.text());
    }
    last_head_accepted_ = std::any_of(accepted_.begin(), accepted_.end(), [&](auto& key) {
      return check_signature(note, key) == SignatureState::valid;
    });
    return head;
  } catch (const Error& error) {
    wrong("{} cannot be read. {}", where, error.message());
    return std::nullopt;
  }
}

/// A trusted signature over the leaf that names the next key makes that key trusted.
void Verifier::accept_successors(std::uint64_t size) {
  if (!last_head_accepted_) return;
  std::erase_if(successors_, [&](auto& successor) {
    if (successor.first >= size) return false;
    accepted_.push_back(successor.second);
    known_.push_back(successor.second);
    return true;
  });
}

void Verifier::check_end(const std::string& whole, const Checkpoint& head) {
  auto note = parse_note(whole);
  auto by = std::find_if(accepted_.begin(), accepted_.end(),
                         [&](auto& key) { return check_signature(note, key) == SignatureState::valid; });
  if (by == accepted_.end())
    wrong("The last head (size {}) is not signed by a trusted key.", head.size);
  else
    checked("The head of size {} is signed by {}.", head.size, by->name);
  for (auto& witness : options_.witnesses)
    if (!witnessed_.contains(witness.text())) wrong("The witness {} has signed none of the heads.", witness.name);
  for (auto& witness : witnesses_)
    if (witnessed_.contains(witness.text())) checked("The witness {} has countersigned.", witness.name);
}

void Verifier::receipt(const std::string& text) {
  report_.kind = FileKind::receipt;
  auto file = json::read<ReceiptFile>(text);
  if (file.entente_receipt != 1) wrong("This receipt has a newer form than this program knows.");
  report_.origin = file.origin;
  space_ = last_part(file.origin);
  take_keys(file.keys, file.witnesses);
  read_earlier_heads();
  auto where = fmt::format("Leaf {}", file.index);
  auto bytes = check_leaf(file.index, file.leaf, file.who, where);
  auto head = check_head(file.head, "The head");
  report_.leaves = 1;
  report_.heads = 1;
  if (!bytes || !head) return;
  Proof proof;
  for (auto& text_of_hash : file.proof) {
    auto hash_bytes = auth::from_base64(text_of_hash);
    auto hash = hash_bytes ? auth::digest_of(*hash_bytes) : std::nullopt;
    if (!hash) {
      wrong("The proof is not readable.");
      return;
    }
    proof.push_back(*hash);
  }
  if (!verify_inclusion(leaf_hash(*bytes), file.index, head->size, proof, head->root))
    wrong("Leaf {} is not in the record whose head this is: leaf, proof or head was changed.", file.index);
  else
    checked("Leaf {} lies in the record of {} leaves, unchanged.", file.index, head->size);
  check_end(file.head, *head);
  for (auto& earlier : earlier_) {
    if (earlier.size != head->size)
      checked("The earlier head of size {} cannot be compared with a receipt; it needs an export of the record.", earlier.size);
    else if (earlier.root != head->root)
      wrong("The earlier head of size {} shows another history.", earlier.size);
    else
      checked("The earlier head of size {} is the same.", earlier.size);
  }
}

void Verifier::leaf_line(const json::Value& line) {
  auto file = json::from<FileLeaf>(line);
  auto index = frontier_.size();
  auto where = fmt::format("Leaf {}", index);
  if (file.index != index)
    wrong("Where leaf {} should stand there is leaf {}: leaves were left out, put in or swapped.", index, file.index);
  auto bytes = check_leaf(index, file.leaf, file.who, where);
  frontier_.append(bytes ? leaf_hash(*bytes) : Hash{});
  compare_earlier_heads();
}

void Verifier::compare_earlier_heads() {
  for (auto& earlier : earlier_) {
    if (earlier.size != frontier_.size()) continue;
    if (earlier.root != frontier_.root())
      wrong("The earlier head of size {} shows another history: one of the first {} leaves was changed since.",
            earlier.size, earlier.size);
    else
      checked("All of the earlier head of size {} is still there, unchanged.", earlier.size);
  }
}

void Verifier::head_line(const json::Value& line) {
  auto file = json::from<FileHead>(line);
  auto head = check_head(file.head, fmt::format("The head after leaf {}", frontier_.size()));
  ++report_.heads;
  if (!head) return;
  if (head->size != frontier_.size()) {
    wrong("After {} leaves there is a head of size {}: leaves were left out or put in.", frontier_.size(), head->size);
  } else if (head->root != frontier_.root()) {
    wrong("The signed head of size {} does not fit the leaves: at least one of the leaves {} to {} was changed, swapped, "
          "left out or put in.", head->size, last_right_, head->size - 1);
  } else {
    last_right_ = head->size;
    accept_successors(head->size);
  }
}

void Verifier::end_line(const json::Value& line) {
  auto file = json::from<FileEnd>(line);
  ended_ = true;
  report_.leaves = frontier_.size();
  if (file.leaves != frontier_.size())
    wrong("The file says {} leaves, but has {}.", file.leaves, frontier_.size());
  auto head = check_head(file.last_head, "The last head");
  if (!head) return;
  if (head->size != frontier_.size())
    wrong("The last head covers {} leaves, but the file has {}.", head->size, frontier_.size());
  else if (head->root != frontier_.root())
    wrong("The last head does not fit the leaves: at least one of the leaves {} to {} was changed, swapped, left out or "
          "put in.", last_right_, head->size == 0 ? 0 : head->size - 1);
  else
    checked("All {} leaves are those that the head was signed over, in their order.", head->size);
  check_end(file.last_head, *head);
  for (auto& earlier : earlier_)
    if (earlier.size > frontier_.size())
      wrong("The record was shortened: an earlier head shows {} leaves, the file has {}.", earlier.size, frontier_.size());
}

void Verifier::record(std::istream& in, const std::string& first) {
  report_.kind = FileKind::record;
  auto header = json::read<FileHeader>(first);
  if (header.entente_record != 1) wrong("This export has a newer form than this program knows.");
  report_.origin = header.origin;
  space_ = header.space;
  if (last_part(header.origin) != space_) wrong("The file's origin and space do not belong together.");
  take_keys(header.keys, header.witnesses);
  read_earlier_heads();
  compare_earlier_heads();
  std::string text;
  std::uint64_t number = 1;
  while (next_line(in, text)) {
    ++number;
    if (ended_) {
      wrong("There is more after the end of the record (line {}).", number);
      return;
    }
    try {
      auto line = json::parse(text);
      if (line.find("leaf"))
        leaf_line(line);
      else if (line.find("head"))
        head_line(line);
      else
        end_line(line);
    } catch (const Error& error) {
      wrong("Line {} cannot be read. {}", number, error.message());
      throw Stop();
    }
  }
  report_.leaves = frontier_.size();
  if (!ended_) wrong("The file ends early, after {} leaves: its end was cut off.", frontier_.size());
  if (report_.right()) checked("{} heads fit the leaves that they cover.", report_.heads);
}

VerifyReport Verifier::run(std::istream& in) {
  try {
    std::string first;
    if (!next_line(in, first)) {
      wrong("The file is empty.");
    } else if (first.starts_with("{\"entente_record\":")) {
      record(in, first);
    } else {
      std::string line;
      while (first.size() < longest_line && next_line(in, line)) first += "\n" + line;
      if (first.find("\"entente_receipt\"") == std::string::npos)
        wrong("This is neither a receipt nor an exported record.");
      else
        receipt(first);
    }
  } catch (const Stop&) {
  } catch (const Error& error) {
    report_.wrong.push_back(fmt::format("The file cannot be read. {}", error.message()));
  }
  return std::move(report_);
}

}  // namespace

VerifyReport verify(std::istream& in, const VerifyOptions& options) { return Verifier(options).run(in); }

VerifyReport verify_file(const std::string& path, const VerifyOptions& options) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw_bad_field("file", "cannot_open", fmt::format("The file “{}” cannot be opened.", path));
  return verify(in, options);
}

std::string VerifyReport::text() const {
  std::string text;
  if (kind == FileKind::receipt) text += fmt::format("A receipt from the record “{}”.\n", origin);
  if (kind == FileKind::record) text += fmt::format("The record “{}”: {} leaves, {} heads.\n", origin, leaves, heads);
  for (auto& sentence : checked) text += fmt::format("  checked: {}\n", sentence);
  for (auto& sentence : notes) text += fmt::format("  note: {}\n", sentence);
  for (auto& sentence : wrong) text += fmt::format("  WRONG: {}\n", sentence);
  text += right() ? "Nothing before the head was changed, left out or put in.\n"
                  : "This file does not prove what it claims.\n";
  return text;
}

std::string origin_of(std::string_view server, SpaceId space) { return fmt::format("{}/{}", server, space.view()); }

}  // namespace entente::record
