#include "access/viewers.hpp"

#include "base/text.hpp"

namespace entente::access {
namespace {

struct PersonRow {
  std::string name;
  OrganisationId organisation;
  std::string organisation_name;
  bool administrator = false;
  SpaceId home;
};
BOOST_DESCRIBE_STRUCT(PersonRow, (), (name, organisation, organisation_name, administrator, home))

constexpr std::string_view person_sql =
    "SELECT person.name, person.organisation, organisation.name, person.administrator, space.id FROM person "
    "JOIN organisation ON organisation.id = person.organisation "
    "LEFT JOIN space ON space.organisation = person.organisation AND space.alliance IS NULL WHERE person.id = $1 AND person.state = 'confirmed'";

struct GrantRow {
  AllianceId alliance;
  PartyId party;
  std::string roles;
  std::vector<ThemeId> themes;
  SpaceId shared;
  SpaceId own;
};
BOOST_DESCRIBE_STRUCT(GrantRow, (), (alliance, party, roles, themes, shared, own))

/// A membership counts while person and party are both confirmed, and the party is the person's own organisation.
constexpr std::string_view grants_sql =
    "SELECT member.alliance, member.party, member.roles, member.themes, shared.id, own.id FROM member "
    "JOIN party ON party.id = member.party AND party.state = 'confirmed' AND party.organisation = $2 "
    "JOIN space shared ON shared.alliance = member.alliance AND shared.kind = 'shared' "
    "JOIN space own ON own.alliance = member.alliance AND own.kind = 'private' AND own.organisation = $2 "
    "WHERE member.person = $1 AND member.state = 'confirmed' ORDER BY member.alliance";

constexpr std::string_view agreements_sql =
    "SELECT party.alliance, space.id FROM party JOIN agreement_party ON agreement_party.party = party.id "
    "JOIN space ON space.agreement = agreement_party.agreement WHERE party.organisation = $1 AND party.state = 'confirmed'";

constexpr std::string_view operator_sql =
    "SELECT alliance.id, space.id FROM alliance JOIN space ON space.alliance = alliance.id AND space.kind = 'shared' "
    "ORDER BY alliance.id";

constexpr std::string_view revision_sql = "SELECT revision FROM access_revision WHERE only_row = 1";

}  // namespace

Viewers::Viewers(Door& door) : door_(door) {
  door_.on_rights_change([this](const Concerned&) { ++generation_; });
}

void Viewers::refresh() {
  if (door_.database().kind() == db::Kind::postgres) {
    auto now = std::chrono::steady_clock::now().time_since_epoch() / std::chrono::milliseconds(1);
    if (now - looked_at_.load() > 250) {
      auto stored = door_.read([](db::Transaction& transaction) { return *transaction.one<std::int64_t>(revision_sql); });
      looked_at_ = now;
      if (stored != stored_revision_) {
        stored_revision_ = stored;
        ++generation_;
      }
    }
  }
  if (std::int64_t generation = generation_.load(); generation != built_for_) {
    viewers_.clear();
    built_for_ = generation;
  }
}

ViewerPointer Viewers::of(const PersonId& person, Channel channel) {
  std::int64_t generation = 0;
  {
    std::lock_guard lock(mutex_);
    refresh();
    generation = built_for_;
    auto& places = viewers_[person];
    if (auto& known = places[static_cast<std::size_t>(channel)]) return known;
  }
  ViewerPointer made = build(person, channel);
  std::lock_guard lock(mutex_);
  if (generation == generation_.load() && generation == built_for_) viewers_[person][static_cast<std::size_t>(channel)] = made;
  return made;
}

ViewerPointer Viewers::build(const PersonId& person, Channel channel) {
  return door_.read([&](db::Transaction& transaction) { return load_viewer(transaction, person, channel); });
}

ViewerPointer load_viewer(db::Transaction& transaction, const PersonId& person, Channel channel) {
  auto row = transaction.one<PersonRow>(person_sql, person);
  if (!row) return nullptr;
  auto viewer = std::make_shared<Viewer>();
  viewer->person = person;
  viewer->name = row->name;
  viewer->organisation = row->organisation;
  viewer->organisation_name = row->organisation_name;
  viewer->administrator = row->administrator;
  viewer->home = row->home;
  viewer->channel = channel;
  for (auto& found : transaction.all<GrantRow>(grants_sql, person, row->organisation))
    viewer->grants.push_back({found.alliance, found.party, Roles::parse(found.roles), std::move(found.themes), found.shared, found.own, {}});
  transaction.each(
      agreements_sql,
      [&](const db::Row& agreement) {
        auto alliance = agreement.get<AllianceId>(0);
        auto space = agreement.get<SpaceId>(1);
        auto grant = std::lower_bound(viewer->grants.begin(), viewer->grants.end(), alliance,
                                      [](const Grant& a, const AllianceId& b) { return a.alliance < b; });
        if (grant != viewer->grants.end() && grant->alliance == alliance) grant->agreements.push_back(space);
      },
      row->organisation);
  return viewer;
}

std::optional<PersonId> Viewers::person_by_email(std::string_view email) {
  return door_.read([&](db::Transaction& transaction) {
    return transaction.one<PersonId>("SELECT id FROM person WHERE folded_email = $1", fold(email));
  });
}

ViewerPointer Viewers::local_operator() {
  return door_.read([](db::Transaction& transaction) {
    auto viewer = std::make_shared<Viewer>();
    viewer->name = "Local operator";
    viewer->operator_ = true;
    viewer->channel = Channel::command_line;
    transaction.each(operator_sql, [&](const db::Row& row) {
      viewer->grants.push_back({row.get<AllianceId>(0), {}, Roles{Role::alliance_manager}, {}, row.get<SpaceId>(1), {}, {}});
    });
    return ViewerPointer(viewer);
  });
}

}  // namespace entente::access
