#include "access/door.hpp"

#include "access/request_key.hpp"
#include "auth/crypto.hpp"

namespace entente::access {

ActAnswer Door::act(db::Transaction& transaction, const Viewer& viewer, const ActDraft& draft, std::vector<std::string> changed) {
  record::Act act;
  act.id = draft.id.empty() ? ActId::make(random_) : draft.id;
  act.kind = fmt::format("{}.{}", draft.object, draft.kind);
  act.at = now();
  act.channel = viewer.channel;
  if (viewer.key) viewer.key->concerns(viewer, draft.alliance);
  act.person = viewer.person;
  act.person_name = viewer.name;
  act.organisation = viewer.organisation;
  act.object = {std::string(draft.object), draft.object_id, draft.version};
  act.before = draft.before;
  act.after = draft.after;
  if (draft.batch_count > 0) act.batch = record::Batch{draft.batch_count, draft.batch_digest};
  auto receipt = record_.append(transaction, draft.space, act);
  if (changed.empty()) changed.push_back(draft.object_id);
  transaction.tell(draft.space.view(), fmt::format("space {} {} {}", draft.alliance.empty() ? "-" : draft.alliance.view(), draft.space.view(), receipt.index + 1));
  transaction.after_commit([this, change = Change{draft.alliance, draft.space, static_cast<std::int64_t>(receipt.index) + 1,
                                                  std::string(draft.object), std::move(changed)}] {
    for (const auto& listener : listeners_) listener(change);
  });
  ActDraft done = draft;
  done.id = act.id;
  for (const auto& listener : act_listeners_) listener(*this, transaction, viewer, done);
  return {act.id, receipt.space, static_cast<std::int64_t>(receipt.index),
          auth::base64({reinterpret_cast<const char*>(receipt.leaf_hash.data()), receipt.leaf_hash.size()})};
}

void Door::take_key(const Viewer& viewer, db::Transaction& transaction) { viewer.key->take(transaction); }

void Door::rights_changed(db::Transaction& transaction, Concerned whose) {
  transaction.run("UPDATE access_revision SET revision = revision + 1 WHERE only_row = 1");
  transaction.tell("rights", "rights");
  transaction.after_commit([this, whose = std::move(whose)] {
    for (const auto& listener : rights_listeners_) listener(whose);
  });
}

void need_version(std::int64_t present, std::int64_t named) {
  if (present != named)
    throw Error(ErrorKind::precondition_failed, "changed_meanwhile",
                "Somebody else changed this meanwhile. Look at the newest version, then change it again.");
}

}  // namespace entente::access
