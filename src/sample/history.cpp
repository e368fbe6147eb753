#include "sample/history.hpp"

#include "charter/store.hpp"
#include "discussion/store.hpp"
#include "exchange/show_sample.hpp"
#include "model/build_words.hpp"
#include "sample/plan_steps.hpp"
#include "scorecard/store.hpp"
#include "scorecard/verdicts.hpp"
#include "strategy/store.hpp"

namespace entente::sample {
namespace {

namespace items = access::items;
using access::Viewer;

/// "objective CO1" in two.
std::pair<std::string, std::string> split(const std::string& text) {
  auto blank = std::min(text.find(' '), text.size());
  return {text.substr(0, blank), text.substr(std::min(blank + 1, text.size()))};
}

charter::CharterView newest_charter(Stage& stage, const Viewer& viewer) {
  auto all = charter::versions(stage.transaction, viewer, stage.alliance(), stage.shared());
  if (all.empty()) throw_broken("no version of the charter");
  return all.front();
}

/// Plays the events of the file; what one of them needs of earlier ones is in the database.
class Player {
 public:
  explicit Player(std::shared_ptr<const HistoryDocument> history) : history_(std::move(history)) {}

  void play(Stage& stage, std::size_t index) const {
    const Event& event = history_->events[index];
    const Viewer& who = stage.person(event.by);
    if (event.names) charter::name_signatory(stage.door, stage.transaction, who, stage.alliance(), stage.person(*event.names).person);
    if (event.brings) bring(stage, who, index);
    if (event.changes) change(stage, who, *event.changes);
    if (event.proposes)
      charter::propose(stage.door, stage.transaction, who, stage.alliance(), {event.proposes->note, event.proposes->effective_from, std::nullopt});
    if (event.ratifies) speak(stage, who, charter::Verdict::ratified, *event.ratifies);
    if (event.returns) speak(stage, who, charter::Verdict::returned, *event.returns);
    if (event.freezes) review::freeze(stage.door, stage.transaction, who, stage.alliance(), *event.freezes);
    if (event.accepts) accept(stage, who, *event.accepts);
    if (event.disputes) dispute(stage, who, *event.disputes);
    if (event.confirms) judge(stage, who, scorecard::LightWord::confirmed, *event.confirms);
    if (event.contests) judge(stage, who, scorecard::LightWord::contested, *event.contests);
    if (event.sets) {
      const auto& light = *event.sets;
      scorecard::add(stage.door, stage.transaction, who, stage.objective(light.objective),
                     scorecard::OverrideInput{light.light, light.reason, light.starts, light.expires});
    }
    if (event.consents) consent(stage, who, *event.consents);
    if (event.says) say(stage, who, *event.says);
    if (event.settles) settle(stage, who, *event.settles);
  }

 private:
  void bring(Stage& stage, const Viewer& who, std::size_t index) const {
    auto plan = without_reports(plan_before(*history_, index, exchange::sample_file("samples/reference/plan.json")));
    exchange::ApplyOptions options;
    options.source = "sample";
    options.after = &stage.made;
    options.held = held_before(*history_, index + 1);
    options.acting_for = [&](const std::string& organisation) { return &stage.person(stage.cast.managers.at(organisation)); };
    stage.made = exchange::apply_plan(stage.door, stage.transaction, who, plan, options);
  }

  template <class Item, class Input, class ItemId>
  void change_item(Stage& stage, const Viewer& who, const ItemId& id, const json::Value& to) const {
    using strategy::change;
    using scorecard::change;
    auto item = items::need<Item>(stage.transaction, who, id);
    change(stage.door, stage.transaction, who, id, item.version, json::from<Input>(to));
  }

  void change(Stage& stage, const Viewer& who, const Rewritten& said) const {
    if (said.kind == "objective") change_item<strategy::Objective, strategy::ObjectiveInput>(stage, who, stage.objective(said.key), said.to);
    else if (said.kind == "measure") change_item<scorecard::Measure, scorecard::MeasureInput>(stage, who, stage.measure(said.key), said.to);
    else if (said.kind == "theme") change_item<strategy::Theme, strategy::ThemeInput>(stage, who, *ThemeId::parse(stage.id_of("theme", said.key)), said.to);
    else throw_broken("changes " + said.kind);
  }

  void speak(Stage& stage, const Viewer& who, charter::Verdict verdict, const std::string& words) const {
    auto open = newest_charter(stage, who);
    charter::consent(stage.door, stage.transaction, who, open.id, {verdict, open.digest, words});
  }

  void accept(Stage& stage, const Viewer& who, const Accepted& said) const {
    const auto& grant = who.need(stage.alliance(), access::Act::accept);
    model::Reading reading(model::load_contents(stage.transaction, stage.alliance(), model::spaces_of(grant, model::Side::joint)));
    auto view = model::build_submissions({who, grant, reading, stage.today(), model::Side::joint, ""});
    std::vector<scorecard::ValueVerdictInput> words;
    for (const auto& row : view.rows) {
      bool meant = std::find(said.measures.begin(), said.measures.end(), row.code) != said.measures.end() &&
                   reading.calendar().last_day(parse_period(row.period)) <= said.until;
      if (meant && row.may_speak && row.submission == model::Submission::submitted)
        words.push_back({row.measure, row.period, row.version, scorecard::ValueWord::accepted, std::nullopt, std::nullopt});
    }
    if (words.empty()) throw_broken("nothing to accept until " + said.until.text());
    scorecard::say(stage.door, stage.transaction, who, stage.alliance(), words);
  }

  void dispute(Stage& stage, const Viewer& who, const Disputed& said) const {
    auto measure = stage.measure(said.measure);
    auto newest = scorecard::history(stage.transaction, who, measure, parse_period(said.period));
    if (newest.empty()) throw_broken("disputes " + said.measure);
    scorecard::ValueVerdictInput word{measure, said.period, newest.front().number + 1, scorecard::ValueWord::disputed, json::Value(said.value), said.reason};
    scorecard::say(stage.door, stage.transaction, who, stage.alliance(), std::span(&word, 1));
  }

  void judge(Stage& stage, const Viewer& who, scorecard::LightWord verdict, const Judged& said) const {
    scorecard::say(stage.door, stage.transaction, who, stage.alliance(),
                   scorecard::LightVerdictInput{stage.id_of(said.kind, said.key), said.period, verdict, said.light,
                                                said.reason.empty() ? std::nullopt : std::optional(said.reason)});
  }

  void consent(Stage& stage, const Viewer& who, const std::string& objective) const {
    std::optional<scorecard::LightOverride> waiting;
    for (auto& light : items::all<scorecard::LightOverride>(stage.transaction, who, stage.alliance()))
      if (light.object == stage.objective(objective).view() && !light.consent_party) waiting = std::move(light);
    if (!waiting) throw_broken("consents " + objective);
    scorecard::consent(stage.door, stage.transaction, who, waiting->id, waiting->version);
  }

  discussion::About about(Stage& stage, const Viewer& who, const std::string& text) const {
    auto [kind, key] = split(text);
    if (kind != "charter") return {discussion::parse_about(fmt::format("{}:{}", kind, stage.id_of(kind, key)))};
    std::string part = key.empty() ? "" : ":" + stage.id_of(stage.made.objectives.contains(key) ? "objective" : "measure", key);
    return discussion::parse_about(fmt::format("charter:{}{}", newest_charter(stage, who).id.view(), part));
  }

  discussion::ThreadView newest_thread(Stage& stage, const Viewer& who, const discussion::About& about) const {
    auto list = discussion::list(stage.transaction, who, stage.alliance(), about, "", 1);
    if (list.items.empty()) throw_broken("no thread about " + about.text());
    return list.items.front();
  }

  /// "@[Anna Verbeke]" as comments hold it: with her identifier.
  std::string addressed(const Stage& stage, const std::string& text) const {
    std::string out = text;
    for (std::size_t at = out.find("@["); at != std::string::npos; at = out.find("@[", at + 2)) {
      auto end = out.find(']', at);
      if (end == std::string::npos) throw_broken(text);
      auto email = stage.cast.names.find(out.substr(at + 2, end - at - 2));
      if (email == stage.cast.names.end()) throw_broken(text);
      out.insert(end + 1, fmt::format("({})", stage.cast.people.at(email->second).view()));
    }
    return out;
  }

  void say(Stage& stage, const Viewer& who, const Said& said) const {
    auto thing = about(stage, who, said.about);
    discussion::CommentInput input{thing.text(), addressed(stage, said.text), std::nullopt};
    if (said.answers) input.reply_to = newest_thread(stage, who, thing).id;
    discussion::add(stage.door, stage.transaction, who, stage.alliance(), input);
  }

  void settle(Stage& stage, const Viewer& who, const std::string& text) const {
    auto thread = newest_thread(stage, who, about(stage, who, text));
    discussion::change(stage.door, stage.transaction, who, thread.id, thread.version, {std::nullopt, true});
  }

  std::shared_ptr<const HistoryDocument> history_;
};

}  // namespace

std::shared_ptr<const HistoryDocument> read_history(std::string_view text) {
  return std::make_shared<const HistoryDocument>(json::read_kept<HistoryDocument>(text));
}

std::vector<Scene> history_scenes(std::string_view text) {
  auto history = read_history(text);
  auto player = std::make_shared<const Player>(history);
  std::vector<Scene> scenes;
  for (std::size_t i = 0; i < history->events.size(); ++i) {
    if (i > 0 && history->events[i].day < history->events[i - 1].day) throw_broken("out of order: " + history->events[i].day.text());
    scenes.push_back({history->events[i].day, [player, i](Stage& stage) { player->play(stage, i); }});
  }
  return scenes;
}

}  // namespace entente::sample
