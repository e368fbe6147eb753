#pragma once
#include "app/arguments.hpp"

namespace entente::app {

/// Runs one command; gives the exit code: 0 done, 1 refused or failed, 2 the input or the call was wrong.
int run_command(const Arguments& arguments);

/// Runs the server until it is told to stop.
int serve(const Arguments& arguments);

std::string database_of(const Arguments& arguments);

}  // namespace entente::app
