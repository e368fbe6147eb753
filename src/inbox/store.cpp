#include "inbox/store.hpp"

#include "inbox/said.hpp"

namespace entente::inbox {
namespace {

std::int64_t count_unread(db::Transaction& transaction, const Viewer& viewer, const std::vector<Item>& values, Instant now, const Marks& marks) {
  auto waits = waiting(transaction, viewer, values, now, marks, std::nullopt, Only::unread).size();
  auto were_said = said(transaction, viewer, marks, std::nullopt, Only::unread, "", static_cast<int>(most_counted)).size();
  return std::min<std::int64_t>(static_cast<std::int64_t>(waits + were_said), most_counted + 1);
}

}  // namespace

Inbox read(db::Transaction& transaction, const Viewer& viewer, const std::vector<Item>& values, Instant now, std::optional<Kind> kind, Only only,
           std::string_view cursor, int limit) {
  Marks marks(transaction, viewer.person);
  Inbox out;
  out.items = said(transaction, viewer, marks, kind, only, cursor, limit);
  if (out.items.size() > static_cast<std::size_t>(limit)) {
    out.items.pop_back();
    out.next = cursor_after(out.items.back());
  }
  if (cursor.empty()) out.waiting = waiting(transaction, viewer, values, now, marks, kind, only);
  out.unread = count_unread(transaction, viewer, values, now, marks);
  return out;
}

std::int64_t unread(db::Transaction& transaction, const Viewer& viewer, const std::vector<Item>& values, Instant now) {
  return count_unread(transaction, viewer, values, now, Marks(transaction, viewer.person));
}

void mark(db::Transaction& transaction, const Viewer& viewer, const std::vector<std::string>& keys, bool is_read) {
  std::vector<std::tuple<PersonId, std::string, bool>> rows;
  for (const auto& key : keys) rows.emplace_back(viewer.person, key, is_read);
  transaction.bulk("INSERT INTO inbox_mark (person, item, is_read) VALUES ($1, $2, $3) ON CONFLICT (person, item) DO UPDATE SET is_read = excluded.is_read", rows);
}

void mark_all(db::Transaction& transaction, const Viewer& viewer, const std::vector<Item>& values, Instant now) {
  Marks before(transaction, viewer.person);
  std::vector<std::string> keys;
  for (const auto& item : waiting(transaction, viewer, values, now, before, std::nullopt, Only::all)) keys.push_back(item.key);
  // The moment stands for whatever was said until now, so single marks about that are no longer needed.
  transaction.run("DELETE FROM inbox_mark WHERE person = $1", viewer.person);
  transaction.run("INSERT INTO inbox_until (person, until) VALUES ($1, $2) ON CONFLICT (person) DO UPDATE SET until = excluded.until", viewer.person, now);
  mark(transaction, viewer, keys, true);
}

}  // namespace entente::inbox
