#pragma once
#include "model/views_alliance.hpp"
#include "model/views_map.hpp"
#include "model/views_one.hpp"
#include "model/views_outlook.hpp"
#include "model/views_scorecard.hpp"
