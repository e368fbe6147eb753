#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "access/viewer.hpp"
#include "base/clock.hpp"
#include "db/transaction.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace entente::access {

class Door;

/// An Idempotency-Key under which a request may be sent again. It is taken in the same transaction as the request's first
/// change, so that change and key are both there or neither is; the answer is kept beside it once it is made, and with it the
/// rights by which it was given: who has lost any of them since does not get it again.
class RequestKey {
 public:
  /// Nothing for a request without the header. Throws `bad_input` for a key that is empty or longer than 200 characters.
  static std::shared_ptr<RequestKey> of(const http::Request& request, const Viewer& viewer, const Clock& clock);

  /// The answer that was given to the same request before, with `Idempotency-Replayed: true`; 422 where the key came with
  /// another request; nothing where it is new, or older than 24 hours. Waits a while for one that is being answered, and
  /// then throws `conflict`: the change was made, but its answer was lost. Throws `not_found` for who has left the alliance
  /// since, `conflict` "rights_changed" for who may do or see less there than then.
  std::optional<http::Response> answer_before(Door& door, const Viewer& viewer) const;

  /// Marks the key as used, at the beginning of the transaction that makes the change. Throws `Taken` if another request
  /// has just done so.
  void take(db::Transaction& transaction);

  /// The request concerns this alliance. One that concerns none by the time the answer is kept counts for all of the person's.
  void concerns(const Viewer& viewer, const AllianceId& alliance);

  /// Keeps the answer, if there was a change. One that holds a secret is not kept: who asks again is told so.
  void keep(Door& door, const Viewer& viewer, const http::Response& response) const;

  struct Taken {};

 private:
  std::string person_;
  std::string key_;
  std::array<std::uint8_t, 32> digest_{};
  Instant now_;
  std::map<AllianceId, Grant> grants_;  ///< by which the request is answered
  bool is_taken_ = false;  ///< in a transaction that was committed
};

}  // namespace entente::access
