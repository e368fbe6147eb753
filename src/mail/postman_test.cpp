// The outbox on both databases, and sending to a real mail server.
#include "mail/postman.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "support/databases.hpp"
#include "support/mail_server.hpp"

using namespace entente;
using namespace entente::mail;

namespace {

const char* const insert_organisation = "INSERT INTO organisation (id, version, name, folded_name, mark_letter, made_at) VALUES ($1, 1, 'North', 'north', 'N', 0)";
const char* const insert_person =
    "INSERT INTO person (id, version, organisation, name, email, folded_email, title, locale, appearance, state, administrator, made_at) "
    "VALUES ($1, 1, $2, 'Zoë Über', $3, $3, '', 'en', 'system', 'confirmed', 0, 0)";

/// Takes mails in memory, as told.
struct Hand : Carrier {
  struct Shared {
    std::mutex mutex;
    std::vector<Message> taken;
    Outcome outcome = Outcome::sent;
    std::function<void()> meanwhile;
  };
  explicit Hand(std::shared_ptr<Shared> shared_) : shared(std::move(shared_)) {}
  Report carry(const Message& message) override {
    if (shared->meanwhile) shared->meanwhile();
    std::lock_guard lock(shared->mutex);
    if (shared->outcome == Outcome::sent) shared->taken.push_back(message);
    return {shared->outcome, shared->outcome == Outcome::sent ? "" : "as told"};
  }
  std::shared_ptr<Shared> shared;
};

struct Office {
  explicit Office(db::Database& database_) : database(database_) {
    person = database.write(system, [&](db::Transaction& transaction) {
      auto organisation = OrganisationId::make(random);
      auto made = PersonId::make(random);
      transaction.run(insert_organisation, organisation);
      transaction.run(insert_person, made, organisation, "zoe@north.example");
      return made;
    });
    space = SpaceId::make(random);
  }
  Postman::Allowed everything() const {
    return [](db::Transaction&, const PersonId&, std::vector<Part> parts) { return parts; };
  }
  std::unique_ptr<Postman> postman(Postman::Allowed allowed) {
    auto made = std::make_unique<Postman>(database, clock, random, log, std::move(allowed));
    made->use(std::make_unique<Hand>(hand), {{"Entente", "entente@here.example"}, "https://e.example"});
    return made;
  }
  std::optional<MailId> write(const std::string& occasion, const std::string& text = "M1 is due") {
    return database.write(system, [&](db::Transaction& transaction) {
      return put(transaction, random, clock.now(), {person, "news", occasion, "What waits for you", {"Hello.", {{{space}, "read_map", "Alliance", {{text, "", "/a/x"}}}}, "You own it."}});
    });
  }
  std::string state(const MailId& id) {
    return database.read(system, [&](db::Transaction& transaction) { return *transaction.one<std::string>("SELECT state FROM outgoing_mail WHERE id = $1", id); });
  }

  db::Database& database;
  db::Sight system = db::Sight::of_system("test");
  SettableClock clock{parse_instant("2010-02-01T09:00:00Z")};
  SeededRandom random{7};
  log::Log log{"/dev/null", log::Level::error};
  std::shared_ptr<Hand::Shared> hand = std::make_shared<Hand::Shared>();
  PersonId person;
  SpaceId space;
};

}  // namespace

TEST_CASE("a mail waits 20 seconds, can be taken back until then, goes once, and leaves nothing of its content") {
  test::for_each_database([](db::Database& database) {
    Office office(database);
    auto postman = office.postman(office.everything());
    auto kept = office.write("a"), regretted = office.write("b");
    CHECK_FALSE(office.write("a"));
    office.clock.advance_seconds(19);
    CHECK(postman->deliver() == 0);
    auto back = [&](const MailId& id) { return database.write(office.system, [&](db::Transaction& t) { return take_back(t, id, office.clock.now()); }); };
    CHECK(back(*regretted));
    office.clock.advance_seconds(1);
    CHECK(postman->deliver() == 1);
    CHECK(postman->deliver() == 0);
    REQUIRE(office.hand->taken.size() == 1);
    CHECK(office.hand->taken[0].to.address == "zoe@north.example");
    CHECK(office.hand->taken[0].plain.find("M1 is due") != std::string::npos);
    CHECK(office.state(*kept) == "sent");
    CHECK(office.state(*regretted) == "taken_back");
    CHECK_FALSE(back(*kept));
    CHECK(database.read(office.system, [](db::Transaction& t) { return *t.one<std::int64_t>("SELECT COUNT(*) FROM outgoing_mail WHERE content <> ''"); }) == 0);
  });
}

TEST_CASE("what the recipient may no longer see at the moment of sending does not go") {
  test::for_each_database([](db::Database& database) {
    Office office(database);
    bool may = true;
    auto postman = office.postman([&](db::Transaction&, const PersonId& person, std::vector<Part> parts) {
      CHECK(person == office.person);
      if (!may) parts.clear();
      return parts;
    });
    auto first = office.write("a"), second = office.write("b");
    may = false;
    office.clock.advance_seconds(60);
    CHECK(postman->deliver() == 0);
    CHECK(office.hand->taken.empty());
    CHECK(office.state(*first) == "withheld");
    CHECK(office.state(*second) == "withheld");
  });
}

TEST_CASE("what cannot be sent now is tried again, later and later, and given up after twelve tries") {
  test::for_each_database([](db::Database& database) {
    Office office(database);
    auto postman = office.postman(office.everything());
    office.hand->outcome = Outcome::not_now;
    auto id = office.write("a");
    office.clock.advance_seconds(20);
    postman->deliver();
    CHECK(office.state(*id) == "waiting");
    office.clock.advance_seconds(59);
    office.hand->outcome = Outcome::sent;
    CHECK(postman->deliver() == 0);
    office.clock.advance_seconds(1);
    CHECK(postman->deliver() == 1);
    office.hand->outcome = Outcome::misplaced;
    auto never = office.write("b");
    for (int i = 0; i < most_tries; ++i) {
      CHECK(office.state(*never) == "waiting");
      office.clock.advance_seconds(7 * 3600);
      postman->deliver();
    }
    CHECK(office.state(*never) == "refused");
    office.hand->outcome = Outcome::refused;
    auto refused = office.write("c");
    office.clock.advance_seconds(20);
    postman->deliver();
    CHECK(office.state(*refused) == "refused");
  });
}

TEST_CASE("a mail that one server carries is left alone by another, and followed up once the claim has run out") {
  test::for_each_database([](db::Database& database) {
    Office office(database);
    auto postman = office.postman(office.everything());
    auto id = office.write("a");
    office.clock.advance_seconds(20);
    // A second server looks while the first one carries the mail.
    auto other_hand = std::make_shared<Hand::Shared>();
    Postman other(database, office.clock, office.random, office.log, office.everything());
    other.use(std::make_unique<Hand>(other_hand), {{"Entente", "entente@here.example"}, "https://e.example"});
    office.hand->meanwhile = [&] { CHECK(other.deliver() == 0); };
    CHECK(postman->deliver() == 1);
    CHECK(other.deliver() == 0);
    CHECK(other_hand->taken.empty());
    CHECK(office.state(*id) == "sent");
    // One that claims a mail and dies.
    auto orphan = office.write("b");
    office.clock.advance_seconds(20);
    database.write(office.system, [&](db::Transaction& t) { CHECK(claim(t, office.random, office.clock.now()).size() == 1); });
    office.clock.advance_seconds(claim_seconds - 1);
    CHECK(other.deliver() == 0);
    office.clock.advance_seconds(1);
    CHECK(other.deliver() == 1);
    REQUIRE(other_hand->taken.size() == 1);
    CHECK(other_hand->taken[0].id == orphan->text());
  });
}

TEST_CASE("two servers send each of many mails once") {
  test::for_each_database([](db::Database& database) {
    Office office(database);
    constexpr int number = 150;
    for (int i = 0; i < number; ++i) office.write(fmt::format("{}", i), fmt::format("mail {} of many", i));
    office.clock.advance_seconds(20);
    std::vector<std::unique_ptr<Postman>> postmen;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) postmen.push_back(office.postman(office.everything()));
    std::atomic<int> taken = 0;
    for (auto& postman : postmen)
      threads.emplace_back([&] {
        for (int i = 0; i < 3; ++i) taken += postman->deliver();
      });
    for (auto& thread : threads) thread.join();
    CHECK(taken == number);
    std::set<std::string> different;
    for (const auto& message : office.hand->taken) different.insert(message.id);
    CHECK(office.hand->taken.size() == number);
    CHECK(different.size() == number);
  });
}

TEST_CASE("a real mail server gets the mail, and it can be read") {
  test::FreshDatabase database(db::Kind::sqlite);
  Office office(*database);
  test::MailServer server("plain");
  auto postman = office.postman(office.everything());
  postman->use(smtp_carrier({server.url(), "", "", ""}), {{"Entente", "entente@here.example"}, "https://e.example"});
  office.write("a", ".a line that begins with a dot: Größe 語");
  office.clock.advance_seconds(20);
  CHECK(postman->deliver() == 1);
  auto mails = server.mails();
  REQUIRE(mails.size() == 1);
  CHECK(mails[0].from == "entente@here.example");
  CHECK(mails[0].to == std::vector<std::string>{"zoe@north.example"});
  CHECK(mails[0].text.find("To: =?UTF-8?Q?Zo=C3=AB_=C3=9Cber?=\r\n <zoe@north.example>\r\n") != std::string::npos);
  CHECK(mails[0].text.find(".a line that begins with a dot: Gr=C3=B6=C3=9Fe =E8=AA=9E") != std::string::npos);
}

TEST_CASE("STARTTLS and a login; a wrong password is no reason to drop the mail") {
  test::MailServer server("login");
  Message message{{"", "e@here.example"}, {"", "zoe@north.example"}, "S", "plain", "<p>html</p>", "id1", parse_instant("2010-02-01T09:00:00Z")};
  CHECK(smtp_carrier({server.url(), "entente", "correct horse", ""})->carry(message).outcome == Outcome::sent);
  auto wrong = smtp_carrier({server.url(), "entente", "battery staple", ""})->carry(message);
  CHECK(wrong.outcome == Outcome::misplaced);
  CHECK(wrong.problem.find("battery") == std::string::npos);
  auto mails = server.mails();
  REQUIRE(mails.size() == 1);
  CHECK(mails[0].secure);
  CHECK(mails[0].user == "entente");
}

TEST_CASE("TLS from the first byte; a login never goes in the clear") {
  Message message{{"", "e@here.example"}, {"", "zoe@north.example"}, "S", "plain", "<p>html</p>", "id1", parse_instant("2010-02-01T09:00:00Z")};
  test::MailServer secure("tls"), plain("plain");
  CHECK(smtp_carrier({secure.url("smtps"), "", "", ""})->carry(message).outcome == Outcome::sent);
  CHECK(secure.mails().at(0).secure);
  // The plain one offers no STARTTLS.
  CHECK(smtp_carrier({plain.url(), "entente", "correct horse", ""})->carry(message).outcome == Outcome::misplaced);
  CHECK(plain.mails().empty());
}

TEST_CASE("a mail server's refusals: for good, for now, and none at all") {
  Message message{{"", "e@here.example"}, {"", "zoe@north.example"}, "S", "plain", "<p>html</p>", "id1", parse_instant("2010-02-01T09:00:00Z")};
  test::MailServer refusing("refuse"), busy("busy");
  CHECK(smtp_carrier({refusing.url(), "", "", ""})->carry(message).outcome == Outcome::refused);
  auto carrier = smtp_carrier({busy.url(), "", "", ""});
  CHECK(carrier->carry(message).outcome == Outcome::not_now);
  CHECK(carrier->carry(message).outcome == Outcome::not_now);
  CHECK(carrier->carry(message).outcome == Outcome::sent);
  CHECK(busy.mails().size() == 1);
  CHECK(smtp_carrier({"smtp://127.0.0.1:1", "", "", ""})->carry(message).outcome == Outcome::not_now);
  message.to.address = "a@b.example>\r\nRCPT TO:<x@y.example";
  CHECK(carrier->carry(message).outcome == Outcome::refused);
}

TEST_CASE("after a connection that broke before the answer the mail goes again under the same name") {
  test::FreshDatabase database(db::Kind::sqlite);
  Office office(*database);
  test::MailServer server("forgetful");
  auto postman = office.postman(office.everything());
  postman->use(smtp_carrier({server.url(), "", "", ""}), {{"Entente", "entente@here.example"}, "https://e.example"});
  office.write("a");
  office.clock.advance_seconds(20);
  CHECK(postman->deliver() == 0);
  office.clock.advance_seconds(60);
  CHECK(postman->deliver() == 1);
  auto mails = server.mails();
  REQUIRE(mails.size() == 2);
  CHECK(mails[0].text == mails[1].text);
  CHECK(mails[0].text.find("\r\nMessage-ID: <") != std::string::npos);
}

TEST_CASE("settings of the mail server that cannot be are refused") {
  for (std::string url : {"mail.example", "http://mail.example", "smtp://", "smtp://user:secret@mail.example", "smtp://mail.example/x", "smtp://a b"}) {
    CAPTURE(url);
    CHECK_THROWS_AS(check({url, "", "", ""}), Error);
  }
  CHECK_THROWS_AS(check({"smtp://mail.example", "user", "", ""}), Error);
  CHECK_NOTHROW(check({"smtps://mail.example:465", "user", "x", ""}));
}
