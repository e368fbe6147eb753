// P2 for mail: what one organisation keeps private changes no letter that another's people get. The same weeks are lived through
// in two worlds that differ only in what Aldermere keeps private, and every mail to Halden Clinical is compared.
#include <doctest/doctest.h>

#include "support/mail_hand.hpp"

using namespace entente;
using test::World;

namespace {

constexpr const char* canary = "KEEPTHISPRIVATE8264";

enum class Difference { none, private_matters, leaked };

std::vector<std::string> mails_to_halden(Difference difference) {
  World world(11);
  std::string base = "/api/v1/alliances/" + world.load_sample();
  for (auto email : {test::anna, test::marcus}) world.token_of(email);
  // Hundreds of employees get the same digest; one mail to each adds nothing but time.
  world.program->door().write(db::Sight::of_system("test"), [](db::Transaction& transaction) {
    for (const char* kind : {"changes", "said", "waiting"})
      transaction.run("INSERT INTO notification_setting (person, kind, rhythm) SELECT id, $1, 'never' FROM person WHERE id NOT IN "
                      "(SELECT person FROM member WHERE roles <> 'employee')",
                      kind);
  });
  test::MailHand hand(world);
  hand.run("2010-02-01T09:00:00Z");
  auto map = test::body_of(world.get(test::marcus, base + "/map"));
  // A value that Aldermere withholds: another one in each world, of the same light.
  auto withheld = test::body_of(world.post(test::anna, base + "/measures",
                                           fmt::format(R"({{"objective":"{}","name":"Margin","frequency":"month","scoring":{{"type":"higher","red":500,"green":700}},"effective_from":"2006-01-01"}})",
                                                       test::at(map, "cards.0.id"))));
  auto given = world.post(test::anna, base + "/observations",
                          fmt::format(R"([{{"measure":"{}","period":"2009-12","value":{},"state":"{}"}}])", test::at(withheld, "id"),
                                      difference == Difference::none ? "520" : "640", difference == Difference::leaked ? "value" : "withheld"));
  REQUIRE(given.status == 200);
  world.random.turn(77);
  if (difference != Difference::none) {
    const char* is_private = difference == Difference::leaked ? "false" : "true";
    auto send = [&](const std::string& target, const std::string& body) {
      auto response = world.post(test::anna, base + target, body);
      CAPTURE(std::string(response.body_view()));
      REQUIRE(response.status < 300);
      return test::body_of(response);
    };
    // Private matters of Aldermere's, in which Halden's alliance manager is named as the owner.
    auto measure = send("/measures", fmt::format(R"({{"objective":"{}","name":"{} margin","private":{},"owner":"{}","frequency":"month","scoring":{{"type":"higher","red":1,"green":2}}}})",
                                                 test::at(map, "cards.0.id"), canary, is_private, world.program->viewers().person_by_email(test::marcus)->text()));
    send("/observations", fmt::format(R"([{{"measure":"{}","period":"2009-12","value":0.5,"note":"{}"}}])", test::at(measure, "id"), canary));
    auto aim = send("/objectives", fmt::format(R"({{"title":"{} aim","perspective":"{}","theme":"{}","private":{}}})", canary, test::at(map, "lanes.0.id"), test::at(map, "themes.0.id"), is_private));
    // A light set by hand asks the other side, where the other side sees it; work that somebody else owns; what is said.
    auto by_hand = world.post(test::anna, "/api/v1/objectives/" + test::at(aim, "id") + "/overrides", fmt::format(R"({{"light":"red","reason":"{} reason","expires":"2010-06-30"}})", canary));
    REQUIRE(by_hand.status == 201);
    send("/initiatives", fmt::format(R"({{"name":"{} plan","objectives":["{}"],"owner":"{}","private":{}}})", canary, test::at(map, "cards.0.id"),
                                     world.program->viewers().person_by_email(test::marcus)->text(), is_private));
    send("/comments", fmt::format(R"({{"about":"measure:{}","text":"{} talk"}})", test::at(measure, "id"), canary));
    // Marcus would hear of it at once, if he could see it.
    if (difference == Difference::leaked)
      send("/comments", fmt::format(R"__({{"about":"measure:{}","text":"{} word to @[Marcus]({})"}})__", test::at(measure, "id"), canary,
                                    world.program->viewers().person_by_email(test::marcus)->text()));
  }
  world.random.turn(99);
  for (const char* when : {"2010-02-07T06:00:00Z", "2010-02-08T06:00:00Z", "2010-02-11T06:00:00Z", "2010-03-15T06:00:00Z"}) hand.run(when);
  std::vector<std::string> out;
  for (const auto& message : hand.all())
    if (message.to.address.ends_with("@haldenclinical.example"))
      out.push_back(message.to.address + "\n" + message.to.name + "\n" + message.subject + "\n" + message.plain + "\n" + message.html);
  std::sort(out.begin(), out.end());
  return out;
}

bool tells(const std::vector<std::string>& mails) {
  return std::any_of(mails.begin(), mails.end(), [](const std::string& mail) { return mail.find(canary) != std::string::npos; });
}

}  // namespace

TEST_CASE("what one organisation keeps private changes no mail to the other's people; a leak is noticed (negative control)") {
  auto without = mails_to_halden(Difference::none), with = mails_to_halden(Difference::private_matters);
  CHECK(without.size() > 5);
  CHECK(with == without);
  CHECK_FALSE(tells(with));
  auto leaked = mails_to_halden(Difference::leaked);
  CHECK(leaked != without);
  CHECK(tells(leaked));
}
