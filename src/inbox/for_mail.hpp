#pragma once
#include "inbox/store.hpp"

namespace entente::inbox {

/// What a mail may tell a person of: what is unread, but for values that are due and versions of a charter, which have letters of
/// their own; of what was said the newest, since this moment. Opens transactions of its own.
std::vector<Item> for_mail(model::Service&, const Viewer&, Instant since);

}  // namespace entente::inbox
