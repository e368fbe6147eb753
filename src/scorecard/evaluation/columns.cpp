#include "scorecard/evaluation/columns.hpp"

#include <algorithm>

namespace entente::scorecard::evaluation {

std::int32_t Columns::at_or_before(std::size_t measure, std::int32_t period) const {
  const Place& place = places_[measure];
  if (place.size == 0) return -1;
  const std::int32_t* begin = periods_.data() + place.offset;
  const std::int32_t last = place.size - 1;
  if (begin[last] <= period) return last;
  if (begin[0] > period) return -1;
  // Most series have no gaps: then the position follows from the distance.
  const std::int32_t guess = period - begin[0];
  if (guess <= last && begin[guess] == period) return guess;
  return static_cast<std::int32_t>(std::upper_bound(begin, begin + place.size, period) - begin) - 1;
}

Cell Columns::cell(std::size_t measure, std::int32_t position) const {
  const std::size_t at = slot(measure, position);
  return {states_[at], kinds_[at], flags_[at], details_[at], numbers_[at]};
}

void Columns::resize(std::size_t slots) {
  numbers_.resize(slots);
  periods_.resize(slots);
  details_.resize(slots);
  flags_.resize(slots);
  states_.resize(slots);
  kinds_.resize(slots);
}

void Columns::copy(std::size_t from, std::size_t to) {
  numbers_[to] = numbers_[from];
  periods_[to] = periods_[from];
  details_[to] = details_[from];
  flags_[to] = flags_[from];
  states_[to] = states_[from];
  kinds_[to] = kinds_[from];
}

void Columns::make_room(Place& place) {
  if (place.size < place.capacity) return;
  const bool last = place.offset + static_cast<std::size_t>(place.capacity) == numbers_.size();
  if (last && place.capacity > 0) {
    ++place.capacity;
    resize(numbers_.size() + 1);
    return;
  }
  const std::size_t to = numbers_.size();
  const std::int32_t capacity = place.capacity == 0 ? 1 : place.capacity + place.capacity / 2 + 4;
  resize(to + static_cast<std::size_t>(capacity));
  for (std::int32_t i = 0; i < place.size; ++i)
    copy(place.offset + static_cast<std::size_t>(i), to + static_cast<std::size_t>(i));
  place.offset = static_cast<std::uint32_t>(to);
  place.capacity = capacity;
}

void Columns::put(std::size_t measure, std::int32_t period, const Cell& cell) {
  std::int32_t position = at_or_before(measure, period);
  Place& place = places_[measure];
  if (position < 0 || this->period(measure, position) != period) {
    ++position;
    make_room(place);
    for (std::int32_t i = place.size; i > position; --i) copy(slot(measure, i - 1), slot(measure, i));
    ++place.size;
  }
  const std::size_t at = slot(measure, position);
  numbers_[at] = cell.number;
  periods_[at] = period;
  details_[at] = cell.detail;
  flags_[at] = cell.flags;
  states_[at] = cell.state;
  kinds_[at] = cell.kind;
}

void Columns::remove(std::size_t measure, std::int32_t position) {
  Place& place = places_[measure];
  for (std::int32_t i = position; i + 1 < place.size; ++i) copy(slot(measure, i + 1), slot(measure, i));
  --place.size;
}

}  // namespace entente::scorecard::evaluation
