#pragma once
#include "app/arguments.hpp"

namespace entente::app {

/// entente import alliance, export alliance, export all, witness new, witness sign. Each gives the exit code.
int import_alliance(const Arguments& arguments);
int export_alliance(const Arguments& arguments);
int export_everything(const Arguments& arguments);
int witness_new(const Arguments& arguments);
int witness_sign(const Arguments& arguments);

}  // namespace entente::app
