// Values in and out as Excel workbooks over the API, on both databases: previewed, written, taken back; told by cell; and out again.
#include <doctest/doctest.h>

#include "archive/zip_reader.hpp"
#include "exchange/workbook.hpp"
#include "support/small_workbook.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::number_cell;
using test::row_of;
using test::size_of;
using test::SmallWorkbook;
using test::Talk;
using test::text_cell;

namespace {

constexpr const char* type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string encoded(const std::string& text) {
  std::string out;
  for (unsigned char c : text) out += fmt::format("%{:02X}", c);
  return out;
}

http::Response send(Talk& it, const std::string& who, const std::string& bytes, const std::string& more = "") {
  return it.world.ask(who, http::Method::post, it.base + "/imports/observations?" + more, bytes, "", type);
}

/// The measures' codes down, two months across.
SmallWorkbook grid_of(const std::string& one, const std::string& other = "") {
  SmallWorkbook book;
  book.rows = row_of(1, text_cell("A1", "measure") + text_cell("C1", "Oct 2009") + number_cell("D1", "40118", 1)) +
              row_of(2, text_cell("A2", one) + number_cell("C2", "19.800000000000001") + number_cell("D2", "0.25", 2)) +
              (other.empty() ? "" : row_of(3, text_cell("A3", other) + number_cell("C3", "7") + number_cell("D3", "8")));
  return book;
}

std::string value_of(Talk& it, const std::string& measure, const std::string& period) {
  auto rows = expect(it.world.get(anna, "/api/v1/measures/" + measure + "/observations?period=" + period), 200);
  return at(rows, "items.0.state") == "value" ? at(rows, "items.0.value") : "";
}

}  // namespace

TEST_CASE("a workbook is looked at, previewed, written once and taken back") {
  test::for_each_talk([](Talk& it) {
    std::string code = at(expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200), "code");
    std::string book = grid_of(code).bytes();
    auto view = expect(it.world.ask(anna, http::Method::post, it.base + "/imports/workbook", book, "", type), 200);
    CHECK(at(view, "sheets.0.name") == "Values");
    CHECK(at(view, "sheets.0.rows.0.1") == "Oct 2009");
    CHECK(at(view, "sheets.0.rows.1.2") == "25 %");
    CHECK(at(view, "sheets.0.mapping.form") == "grid");
    CHECK(at(view, "sheets.0.mapping.periods.1") == "D");
    CHECK(at(view, "sheets.1.hidden") == "true");

    auto preview = expect(send(it, anna, book), 200);
    CHECK(at(preview, "new_values") == "2");
    CHECK(at(preview, "wrong_lines") == "0");
    CHECK(at(preview, "rows.0.cell") == "C2");
    CHECK(at(preview, "rows.0.period") == "2009-10");
    CHECK(at(preview, "rows.0.value") == "19.8");
    CHECK(at(preview, "rows.1.period") == "2009-11");
    CHECK(at(preview, "rows.1.value") == "25");
    CHECK(at(preview, "notes.0").find("per cent") != std::string::npos);
    CHECK(value_of(it, it.measure, "2009-10") == "");
    auto done = expect(send(it, anna, "", "commit=true&preview=" + at(preview, "id")), 200);
    CHECK(at(done, "new_values") == "2");
    CHECK(value_of(it, it.measure, "2009-10") == "19.8");
    CHECK(value_of(it, it.measure, "2009-11") == "25");
    CHECK(at(expect(send(it, anna, book), 200), "skipped") == "2");
    expect(it.world.post(anna, "/api/v1/imports/" + at(done, "id") + "/undo", "{}"), 200);
    CHECK(value_of(it, it.measure, "2009-10") == "");
    // At once, by a mapping of one's own: by the measure's name, and only one of the months.
    std::string named = grid_of("Talked of").bytes();
    std::string mapping = encoded(R"({"sheet":"Values","form":"grid","heading":1,"measure":"A","periods":["C"]})");
    CHECK(at(expect(send(it, anna, named, "commit=true&mapping=" + mapping), 200), "new_values") == "1");
    CHECK(value_of(it, it.measure, "2009-10") == "19.8");
  });
}

TEST_CASE("what is wrong is told at its cell, and nothing is written") {
  test::for_each_talk([](Talk& it) {
    std::string code = at(expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200), "code");
    auto book = grid_of(code, "NOSUCH");
    auto preview = expect(send(it, anna, book.bytes()), 200);
    REQUIRE(size_of(preview, "wrong") == 1);  // told once, for both of its values
    CHECK(at(preview, "wrong_lines") == "2");
    CHECK(at(preview, "wrong.0.cell") == "A3");
    CHECK(at(preview, "wrong.0.column") == "measure");
    auto refused = send(it, anna, book.bytes(), "commit=true");
    CHECK(refused.status == 400);
    CHECK(at(test::body_of(refused), "fields.0.path") == "cell A3, measure");
    CHECK(value_of(it, it.measure, "2009-10") == "");
    // The preview with the mistake cannot be written either.
    CHECK(send(it, anna, "", "commit=true&preview=" + at(preview, "id")).status == 400);
    std::string mapping = encoded(R"({"sheet":"Values","form":"grid","heading":1,"measure":"A","periods":["C","D"],"unknown":"left_out"})");
    preview = expect(send(it, anna, book.bytes(), "mapping=" + mapping), 200);
    CHECK(at(preview, "new_values") == "2");
    CHECK(at(preview, "notes.1").find("NOSUCH") != std::string::npos);
    CHECK(field_code(send(it, anna, book.bytes(), "mapping=" + encoded(R"({"sheet":"Other","measure":"A","period":"B","value":"C"})"))) == "no_sheet");
    CHECK(field_code(send(it, anna, book.bytes(), "mapping=" + encoded(R"({"sheet":"Values","measure":"A","period":"A","value":"C"})"))) == "used_twice");
    CHECK(send(it, anna, book.bytes(), "mapping=%7B").status == 400);
    book.rows = row_of(1, text_cell("A1", "Nothing of the kind"));
    CHECK(field_code(send(it, anna, book.bytes())) == "no_mapping");
    CHECK(field_code(it.world.ask(anna, http::Method::post, it.base + "/imports/workbook", "a,b\n", "", type)) == "not_a_workbook");
    CHECK(code_of(send(it, anna, "measure,period,series,value,state,note,reason,cells\r\nA,2009,actual,1,,,,A1 A1 - A1 - - -\r\n")) == "bad_input");
    CHECK(it.world.ask("", http::Method::post, it.base + "/imports/workbook", book.bytes(), "", type).status == 401);
    CHECK(it.world.ask(it.employee, http::Method::post, it.base + "/imports/workbook", book.bytes(), "", type).status == 404);
  });
}

TEST_CASE("a partner's private measure is as unknown to a workbook as none, by code and by name") {
  test::for_each_talk([](Talk& it) {
    std::string hidden = at(expect(it.world.get(anna, "/api/v1/measures/" + it.private_measure + "?side=ours"), 200), "code");
    for (const std::string& name : {hidden, std::string("Ours"), it.private_measure, std::string("Nobody knows it")}) {
      auto preview = expect(send(it, marcus, grid_of(name).bytes()), 200);
      CHECK(at(preview, "wrong.0.message") == fmt::format("There is no measure “{}”.", name));
    }
    CHECK(at(expect(send(it, anna, grid_of("Ours").bytes()), 200), "new_values") == "2");
    // A name that two measures have is none.
    it.make_measure("Ours", "false");
    CHECK(at(expect(send(it, anna, grid_of("Ours").bytes()), 200), "wrong_lines") == "2");
    CHECK(at(expect(send(it, marcus, grid_of("Ours").bytes()), 200), "new_values") == "2");
  });
}

TEST_CASE("what goes out comes in again as it was, and no cell carries a formula or what is another's") {
  test::for_each_talk([](Talk& it) {
    std::string code = at(expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200), "code");
    expect(it.world.patch(anna, "/api/v1/measures/" + it.private_measure, "1", R"({"name":"=KEEPTHISPRIVATE1855"})"), 200);
    expect(it.world.post(anna, it.base + "/observations",
                         fmt::format(R"([{{"measure":"{}","period":"2009-12","value":0.5,"note":"=KEEPTHISPRIVATE1855"}},{{"measure":"{}","period":"2009-12","value":3,"note":"=1+1"}}])",
                                     it.private_measure, it.measure)),
           200);
    for (const char* name : {"observations.xlsx", "scorecard.xlsx"}) {
      for (const char* side : {"", "?side=ours"}) {
        for (const char* who : {anna, marcus}) {
          CAPTURE(name);
          CAPTURE(side);
          CAPTURE(who);
          auto out = it.world.get(who, it.base + "/export/" + name + side);
          REQUIRE(out.status == 200);
          CHECK(out.content_type == type);
          test::PathOf file(out.body_view());
          archive::ZipReader zip(file.path());
          bool canary = false;
          for (const auto& entry : zip.entries()) {
            std::string text = zip.text(entry);
            CHECK(text.find("<f>") == std::string::npos);
            CHECK(text.find("<f ") == std::string::npos);
            canary = canary || text.find("KEEPTHISPRIVATE1855") != std::string::npos;
          }
          CHECK(canary == (who == anna && *side));
        }
      }
    }
    auto out = it.world.get(anna, it.base + "/export/observations.xlsx");
    auto again = expect(send(it, anna, std::string(out.body_view())), 200);
    CHECK(at(again, "wrong_lines") == "0");
    CHECK(at(again, "changed") == "0");
    CHECK(std::stoi(at(again, "skipped")) > 100);
    CHECK(it.world.get(it.employee, it.base + "/export/scorecard.xlsx").status == 404);
    CHECK(it.world.get(it.employee, it.base + "/export/observations.xlsx").status == 404);
  });
}

TEST_CASE("only what replaces a value carries the reason of an import") {
  test::for_each_talk([](Talk& it) {
    std::string code = at(expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200), "code");
    auto bring = [&](const std::string& value, const std::string& note = "") {
      std::string lines = fmt::format("measure,period,series,value,note\n{0},2009-10,actual,{1},{2}\n{0},2009-10,target,{1},{2}\n", code, value, note);
      expect(it.world.ask(anna, http::Method::post, it.base + "/imports/observations?commit=true", lines, "", "text/csv"), 200);
    };
    // Of both series.
    auto reasons = [&] {
      std::set<std::string> out;
      auto rows = expect(it.world.get(anna, "/api/v1/measures/" + it.measure + "/observations?period=2009-10"), 200);
      for (const auto& row : *rows.find("items")->array())
        if (at(row, "current") == "true") out.insert(at(row, "reason"));
      return out;
    };
    bring("5");
    CHECK(reasons() == std::set<std::string>{""});
    bring("6");
    CHECK(reasons() == std::set<std::string>{"Replaced by an import."});
    bring("7", "Counted again");
    CHECK(reasons() == std::set<std::string>{"Counted again"});
  });
}

TEST_CASE("what could not be taken back is not written: the values and the row that undoes them are one transaction") {
  test::for_each_talk([](Talk& it) {
    std::string code = at(expect(it.world.get(anna, "/api/v1/measures/" + it.measure), 200), "code");
    auto bring = [&] {
      return it.world.ask(anna, http::Method::post, it.base + "/imports/observations?commit=true", "measure,period,value\n" + code + ",2009-10,5\n", "", "text/csv");
    };
    auto change = [&](const char* sql) { it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) { transaction.run(sql); }); };
    change("ALTER TABLE import RENAME TO import_away");
    CHECK(bring().status >= 500);
    CHECK(value_of(it, it.measure, "2009-10") == "");
    change("ALTER TABLE import_away RENAME TO import");
    expect(bring(), 200);
    CHECK(value_of(it, it.measure, "2009-10") == "5");
  });
}
