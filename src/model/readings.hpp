#pragma once
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "access/revisions.hpp"
#include "model/reading.hpp"

namespace entente::model {

/// Readings and ready answers, kept in memory for the next viewer who sees the same spaces. A reading is dropped when
/// one of its spaces changes, rebuilt in part when only values of one measure did, and thrown out, oldest first, when
/// memory runs short.
class Readings {
 public:
  /// `budget` in bytes, for readings and answers together.
  Readings(access::Door& door, access::Revisions& revisions, std::size_t budget = 96u << 20);

  /// The alliance as this viewer sees it now, or by another version, or as it was then.
  ReadingPointer of(const access::Viewer& viewer, const AllianceId& alliance, Side side, const Basis& basis = {});

  /// A state of the spaces: equal as long as nothing in them changed. Also the ETag's heart.
  struct State {
    Spaces spaces;
    std::vector<std::int64_t> revisions;
  };
  State state(const access::Grant& grant, Side side);

  /// The reading of a state if it lies ready; nothing otherwise.
  ReadingPointer ready(const AllianceId& alliance, const State& state);

  using Text = std::shared_ptr<const std::string>;
  /// A ready answer for a state and a question, if it is still there.
  Text answer(const std::string& key, const std::string& etag);
  void keep_answer(const std::string& key, const std::string& etag, Text text);

 private:
  struct Entry {
    std::string key;
    AllianceId alliance;
    std::vector<std::int64_t> revisions;
    Spaces spaces;
    ReadingPointer reading;
    std::mutex building;
  };
  struct Answer {
    std::string etag;
    Text text;
    std::list<std::string>::iterator age;
  };

  void changed(const access::Change& change);
  void make_room();

  access::Door& door_;
  access::Revisions& revisions_;
  std::size_t budget_;
  std::mutex mutex_;
  std::list<std::shared_ptr<Entry>> by_age_;  ///< newest use first
  std::unordered_map<std::string, std::list<std::shared_ptr<Entry>>::iterator> entries_;
  std::unordered_map<SpaceId, std::map<std::int64_t, std::vector<MeasureId>>> value_changes_;  ///< by revision, the last few
  std::list<std::string> answer_age_;
  std::unordered_map<std::string, Answer> answers_;
  std::size_t answer_bytes_ = 0;
};

}  // namespace entente::model
