#pragma once
#include "access/items.hpp"
#include "auth/sign_in.hpp"
#include "http/events.hpp"
#include "model/service.hpp"
#include "possession/jobs.hpp"
#include "record/signer.hpp"

namespace entente::app {

/// From where people can reach the server.
enum class Reachable { only_from_here, from_elsewhere };

/// What the routes need beside what every area shares.
struct Parts {
  auth::SignIn& sign_in;
  model::Service& service;
  record::Signer& signer;
  http::EventStreams& events;
  access::Undoers& undoers;
  possession::Jobs& jobs;
  Reachable reachable = Reachable::only_from_here;
};

/// Every route of the program.
void add_routes(access::Api& api, const Parts& parts);

}  // namespace entente::app
