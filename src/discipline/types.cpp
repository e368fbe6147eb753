#include "discipline/types.hpp"

namespace entente::discipline {

Rhythm Notifications::of(News kind) const {
  switch (kind) {
    case News::due_values: return due_values;
    case News::consents: return consents;
    case News::changes: return changes;
    case News::said: return said;
    case News::waiting: return waiting;
  }
  return Rhythm::never;
}

void Notifications::choose(News kind, Rhythm rhythm) {
  switch (kind) {
    case News::due_values: due_values = rhythm; break;
    case News::consents: consents = rhythm; break;
    case News::changes: changes = rhythm; break;
    case News::said: said = rhythm; break;
    case News::waiting: waiting = rhythm; break;
  }
}

std::optional<schedule::Cadence> cadence_of(News kind, Rhythm rhythm) {
  constexpr int hour = 6;
  switch (rhythm) {
    case Rhythm::at_once: return kind == News::due_values ? schedule::Cadence::daily(hour) : schedule::Cadence::hourly();
    case Rhythm::daily: return schedule::Cadence::daily(hour);
    case Rhythm::weekly: return schedule::Cadence::weekly(1, hour);
    case Rhythm::never: break;
  }
  return std::nullopt;
}

Turn turn_of(News kind, Rhythm rhythm, std::optional<Instant> told, Instant now) {
  auto cadence = cadence_of(kind, rhythm);
  if (!cadence) return Turn::no;
  if (!told || *told > now.plus_seconds(8 * 86'400)) return Turn::yes;
  return cadence->last_slot(now) > *told ? Turn::yes : Turn::no;
}

}  // namespace entente::discipline
