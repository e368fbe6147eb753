#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/random.hpp"
#include "db/transaction.hpp"
#include "json/json.hpp"

namespace entente::mail {

using MailId = Id<struct MailKind>;

/// One line of a mail, with the address in the program that it opens ("/a/aldermere-halden/m/…?enter=2010-Q1"), or none.
struct Line {
  std::string text;
  std::string detail;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(Line, (), (text, detail, link))

/// A part of a mail that is drawn from certain spaces of one alliance: it goes out only while the recipient sees all of them,
/// and has the right, at the moment of sending.
struct Part {
  std::vector<SpaceId> spaces;
  std::string right;  ///< the name of an act of the table of rights: "read_map"
  std::string heading;
  std::vector<Line> lines;
};
BOOST_DESCRIBE_STRUCT(Part, (), (spaces, right, heading, lines))

/// What a mail says.
struct Content {
  std::string opening;  ///< a sentence above the parts, true whichever of them go
  std::vector<Part> parts;
  std::string reason;   ///< why it came
};
BOOST_DESCRIBE_STRUCT(Content, (), (opening, parts, reason))

enum class State : std::uint8_t {
  waiting,     ///< to be sent at `not_before`, or tried again then
  sending,     ///< claimed by a server
  sent,
  refused,     ///< by the mail server, for good, or too often
  withheld,    ///< the recipient may no longer see any part of it
  taken_back,  ///< before it went
};
BOOST_DESCRIBE_ENUM(State, waiting, sending, sent, refused, withheld, taken_back)

/// How long every mail waits before it goes, so that it can be taken back.
inline constexpr std::int64_t waiting_seconds = 20;
/// For how long a server that claimed a mail may take; after that another one tries. More than a carrier's minute for each of
/// a batch.
inline constexpr std::int64_t claim_seconds = 30 * 60;
inline constexpr std::int64_t batch = 20;
inline constexpr std::int64_t most_tries = 12;
/// Until a mail is tried again after so many tries: a minute, doubled each time, six hours at most.
std::int64_t backoff_seconds(std::int64_t tries);

struct Draft {
  PersonId to;
  std::string kind;      ///< "news"
  std::string occasion;  ///< what it is about; a second mail of one occasion is not made
  std::string subject;   ///< holds nothing that only some of the parts tell
  Content content;
};

/// Puts a mail into the outbox, in the transaction of whatever causes it. Nothing if this occasion had its mail.
std::optional<MailId> put(db::Transaction&, Random&, Instant now, const Draft&);

/// Takes a mail back. False if it is no longer there to be taken back.
bool take_back(db::Transaction&, const MailId&, Instant now);

/// No mail that is not known to have gone goes any more: after a restore it may have gone in the time that was lost. Returns how
/// many are given up.
std::int64_t give_up_all(db::Transaction&, Instant now, std::string_view problem);

/// A mail that this server has claimed, with its recipient as stored now.
struct Claimed {
  MailId id;
  PersonId person;
  std::string name;
  std::string address;
  std::string subject;
  std::string content;  ///< JSON of Content
  Instant made_at;
  std::int64_t tries = 0;  ///< this one included
};
BOOST_DESCRIBE_STRUCT(Claimed, (), (id, person, name, address, subject, content, made_at, tries))

/// Claims mails that are due, `batch` at most, the oldest first. Two servers never hold one mail at a time: the condition stands
/// in the update itself, which PostgreSQL asks again after waiting for another's.
std::vector<Claimed> claim(db::Transaction&, Random&, Instant now);

/// The end of a claimed mail; its content goes with it.
void end(db::Transaction&, const MailId&, State state, Instant now, std::string_view problem);
/// A claimed mail waits for another try.
void wait_until(db::Transaction&, const MailId&, Instant not_before, std::string_view problem);

/// How many mails wait.
std::int64_t number_waiting(db::Transaction&);
/// Forgets mails that ended before this.
void forget_ended(db::Transaction&, Instant before);

}  // namespace entente::mail
