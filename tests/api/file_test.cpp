// Files over the API, on both databases: attached, listed, taken by the partner, removed and brought back; who may, and how much.
#include <doctest/doctest.h>

#include <fstream>

#include "auth/crypto.hpp"
#include "files/rules.hpp"
#include "files/store.hpp"
#include "support/small_zip.hpp"
#include "support/talk.hpp"

using namespace entente;
using test::anna;
using test::at;
using test::code_of;
using test::expect;
using test::field_code;
using test::marcus;
using test::size_of;
using test::Talk;
using test::World;

namespace {

const std::string letter = "%PDF-1.4\n% what we agreed on\n";

http::Response send(Talk& it, const std::string& who, const std::string& about, const std::string& name, const std::string& content) {
  return it.world.ask(who, http::Method::post, it.base + "/files?about=" + about + "&name=" + name, content, "", "application/octet-stream");
}
json::Value files_of(Talk& it, const std::string& who, const std::string& about) {
  return expect(it.world.get(who, it.base + "/files?about=" + about), 200);
}
std::string header_of(const http::Response& response, std::string_view name) { return std::string(response.header(name).value_or("")); }

}  // namespace

TEST_CASE("a file is attached, seen and taken by the partner, removed and brought back") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string about = "objective:" + it.objective;
    CHECK(size_of(files_of(it, anna, about), "items") == 0);
    auto made = expect(send(it, anna, about, "..%2FOur%20letter.exe", letter), 201);
    std::string id = at(made, "id"), path = "/api/v1/files/" + id;

    auto seen = files_of(it, marcus, about);
    REQUIRE(size_of(seen, "items") == 1);
    CHECK(at(seen, "items.0.name") == "Our letter.exe.pdf");
    CHECK(at(seen, "items.0.kind") == "pdf");
    CHECK(at(seen, "items.0.size") == std::to_string(letter.size()));
    CHECK(at(seen, "items.0.digest") == auth::sha256_hex(letter));
    CHECK(at(seen, "items.0.by").find("Anna") == 0);
    CHECK(at(seen, "items.0.organisation").find("Aldermere") == 0);
    CHECK(at(seen, "items.0.is_private") == "false");
    CHECK(at(seen, "items.0.may_remove") == "false");
    CHECK(at(files_of(it, anna, about), "items.0.may_remove") == "true");
    CHECK(at(expect(world.get(marcus, path), 200), "name") == "Our letter.exe.pdf");

    auto taken = world.get(marcus, path + "/content");
    REQUIRE(taken.status == 200);
    CHECK(taken.body_view() == letter);
    CHECK(taken.content_type == "application/pdf");
    CHECK(header_of(taken, "Content-Disposition").starts_with("attachment; filename=\"Our_letter.exe.pdf\""));
    CHECK(header_of(taken, "ETag") == "\"" + auth::sha256_hex(letter) + "\"");
    auto again = http::make_request(http::Method::get, path + "/content");
    again.headers.clear();
    again.headers.add("Authorization", "Bearer " + world.token_of(marcus));
    again.headers.add("If-None-Match", header_of(taken, "ETag"));
    again.is_loopback = true;
    CHECK(http::answer(world.program->router(), again).status == 304);

    // The record of the space holds the hash, and tells it in words.
    auto record = expect(world.get(marcus, it.base + "/record?limit=1"), 200);
    CHECK(at(record, "items.0.sentence") == "attached Our letter.exe.pdf to an objective");
    std::string changes;
    for (const auto& change : *record.find("items")->array()->front().find("changes")->array()) changes += at(change, "field") + "=" + at(change, "after") + " ";
    CHECK(changes.find("digest=" + auth::sha256_hex(letter)) != std::string::npos);

    // Another's is not removed, nor by who read another version.
    CHECK(it.remove(marcus, "files/" + id, "1").status == 404);
    CHECK(it.remove(anna, "files/" + id, "7").status == 412);
    auto removed = expect(it.remove(anna, "files/" + id, "1"), 200);
    CHECK(size_of(files_of(it, marcus, about), "items") == 0);
    CHECK(world.get(marcus, path).status == 404);
    CHECK(world.get(anna, path + "/content").status == 404);
    CHECK(world.post(marcus, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}").status == 404);
    it.undo(anna, removed);
    CHECK(world.get(marcus, path + "/content").body_view() == letter);
    // Undoing the attaching takes it away.
    auto other = expect(send(it, marcus, about, "picture.gif", "GIF89a, so to say"), 201);
    it.undo(marcus, other);
    CHECK(size_of(files_of(it, anna, about), "items") == 1);
  });
}

TEST_CASE("a large file comes back whole, from the server's temporary file as from memory") {
  test::for_each_talk([](Talk& it) {
    std::string content = "%PDF-1.4\n";
    while (content.size() < 1'000'000) content += "row " + std::to_string(content.size()) + "\n";
    test::TemporaryDirectory folder;
    std::string spooled = (folder.path() / "upload").string();
    std::ofstream(spooled, std::ios::binary) << content;
    auto request = http::make_request(http::Method::post, it.base + "/files?about=measure:" + it.measure + "&name=large.pdf", "");
    request.headers.clear();
    request.headers.add("Authorization", "Bearer " + it.world.token_of(anna));
    request.headers.add("Idempotency-Key", "one");
    request.body_file = spooled;
    request.is_loopback = true;
    auto made = expect(http::answer(it.world.program->router(), request), 201);
    auto back = it.world.get(marcus, "/api/v1/files/" + at(made, "id") + "/content");
    CHECK(back.body_view() == content);
    // The key stands for these bytes: sent again it gives the same answer, with others it is refused.
    CHECK(at(expect(http::answer(it.world.program->router(), request), 201), "id") == at(made, "id"));
    std::ofstream(spooled, std::ios::binary) << content << "and more";
    CHECK(http::answer(it.world.program->router(), request).status == 422);
    CHECK(size_of(files_of(it, anna, "measure:" + it.measure), "items") == 1);
    CHECK(send(it, anna, "measure:" + it.measure, "x.pdf", "%PDF-" + std::string(20'000'000, 'x')).status == 413);
  });
}

TEST_CASE("files of a private thing do not exist for the partner, nor those beside the map for employees") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string ours = "measure:" + it.private_measure, theirs = "measure:" + it.measure, map = "objective:" + it.objective;
    auto secret = expect(send(it, anna, ours, "Quokka.txt", "Ours alone"), 201);
    auto open = expect(send(it, anna, theirs, "Wombat.txt", "For both"), 201);
    CHECK(at(files_of(it, anna, ours), "items.0.is_private") == "true");
    CHECK(at(files_of(it, anna, ours), "is_private") == "true");
    for (std::string path : {"/api/v1/files/" + at(secret, "id"), "/api/v1/files/" + at(secret, "id") + "/content", it.base + "/files?about=" + ours}) {
      CAPTURE(path);
      auto hidden = world.get(marcus, path), unknown = world.get(marcus, "/api/v1/files/" + std::string(19, 'z') + "1");
      CHECK(hidden.status == 404);
      CHECK(code_of(hidden) == code_of(unknown));
    }
    CHECK(send(it, marcus, ours, "x.txt", "Hm").status == 404);
    // What is wrong with a file is not told to who may not attach.
    CHECK(send(it, marcus, ours, "x.txt", "<html>").status == 404);
    CHECK(it.remove(marcus, "files/" + at(secret, "id"), "1").status == 404);
    // What the own private space holds is not counted where both look.
    CHECK(at(files_of(it, marcus, theirs), "used") == "8");
    CHECK(at(files_of(it, anna, theirs), "used") == "8");

    auto finds = [&](const std::string& who, const std::string& word) {
      return size_of(expect(world.get(who, "/api/v1/search?kind=file&q=" + word), 200), "items");
    };
    CHECK(finds(anna, "quok") == 1);
    CHECK(finds(marcus, "quok") == 0);
    CHECK(finds(marcus, "wombat") == 1);
    CHECK(finds(it.employee, "wombat") == 0);
    auto hit = expect(world.get(marcus, "/api/v1/search?q=wombat"), 200);
    CHECK(at(hit, "items.0.link").ends_with("/m/" + it.measure + "#file-" + at(open, "id")));

    // Who sees the map alone attaches to what stands there.
    CHECK(send(it, it.employee, map, "idea.txt", "I know how").status == 201);
    CHECK(send(it, it.employee, theirs, "idea.txt", "I know how").status == 404);
    CHECK(world.get(it.employee, "/api/v1/files/" + at(open, "id")).status == 404);
    CHECK(send(it, "", map, "x.txt", "Nobody").status == 401);
    // The other side's manager removes only the own side's; a colleague's file the own manager may.
    auto idea = at(files_of(it, anna, map), "items.0.id");
    CHECK(it.remove(marcus, "files/" + idea, "1").status == 404);
    expect(it.remove(anna, "files/" + idea, "1"), 200);

    // With the thing its files go out of sight, and come back with it.
    auto gone = expect(it.remove(anna, "measures/" + it.measure, "1"), 200);
    CHECK(world.get(marcus, "/api/v1/files/" + at(open, "id") + "/content").status == 404);
    CHECK(finds(marcus, "wombat") == 0);
    it.undo(anna, gone);
    CHECK(world.get(marcus, "/api/v1/files/" + at(open, "id") + "/content").status == 200);
    CHECK(finds(marcus, "wombat") == 1);
  });
}

TEST_CASE("what is not taken is told at the file, and nothing is kept of it") {
  test::for_each_talk([](Talk& it) {
    std::string about = "theme:" + at(expect(it.world.get(anna, it.base + "/map"), 200), "themes.0.id");
    CHECK(field_code(send(it, anna, about, "page.html", "<html><script>x</script>")) == "active");
    CHECK(field_code(send(it, anna, about, "all.zip", test::zip_of({{"a.txt", "x"}}))) == "zip");
    CHECK(field_code(send(it, anna, about, "a.pdf", "MZ")) == "program");
    CHECK(field_code(send(it, anna, about, "a.pdf", "")) == "empty");
    CHECK(field_code(send(it, anna, about, "a%E2%80%AEb.pdf", letter)) == "hidden_character");
    CHECK(send(it, anna, "planet:" + it.objective, "a.pdf", letter).status == 400);
    CHECK(size_of(files_of(it, anna, about), "items") == 0);
    CHECK(send(it, anna, about, "a.docx", test::office_of(test::word_type)).status == 201);
  });
}

TEST_CASE("a space holds so much and no more; what was removed takes its room for thirty days, and can be brought back as long") {
  test::for_each_talk([](Talk& it) {
    World& world = it.world;
    std::string about = "objective:" + it.objective;
    auto made = expect(send(it, anna, about, "a.pdf", letter), 201);
    auto grow = [&](std::int64_t size) {
      world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
        transaction.run("UPDATE attachment SET size = $2 WHERE id = $1", at(made, "id"), size);
      });
    };
    auto nightly = [&] {
      world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
        files::drop_removed(transaction, world.clock.now().plus_seconds(-files::kept_after_removal), world.clock.now());
      });
    };
    grow(1'000'000'000 - 5);
    CHECK(at(files_of(it, marcus, about), "used") == "999999995");
    CHECK(code_of(send(it, marcus, about, "b.pdf", letter)) == "no_room");
    // Another space has its own room.
    CHECK(send(it, anna, "measure:" + it.private_measure, "b.pdf", letter).status == 201);
    auto removed = expect(it.remove(anna, "files/" + at(made, "id"), "1"), 200);
    CHECK(code_of(send(it, marcus, about, "b.pdf", letter)) == "no_room");
    world.clock.advance_seconds(29 * 86'400);
    nightly();
    CHECK(code_of(send(it, marcus, about, "b.pdf", letter)) == "no_room");
    it.undo(anna, removed);
    removed = expect(it.remove(anna, "files/" + at(made, "id"), "3"), 200);
    world.clock.advance_seconds(31 * 86'400);
    nightly();
    CHECK(send(it, marcus, about, "b.pdf", letter).status == 201);
    CHECK(code_of(world.post(anna, "/api/v1/acts/" + at(removed, "act.id") + "/undo", "{}")) == "content_dropped");
    auto parts = world.program->door().read(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      return *transaction.one<std::int64_t>("SELECT COUNT(*) FROM attachment_part WHERE attachment = $1", at(made, "id"));
    });
    CHECK(parts == 0);
  });
}

TEST_CASE("content that was changed behind our back is not given out") {
  test::for_each_talk([](Talk& it) {
    auto made = expect(send(it, anna, "objective:" + it.objective, "a.pdf", letter), 201);
    it.world.program->door().write(db::Sight::of_system("test"), [&](db::Transaction& transaction) {
      std::string other = "%PDF-1.4 something else";
      transaction.run("UPDATE attachment_part SET bytes = $2 WHERE attachment = $1", at(made, "id"), std::as_bytes(std::span(std::string_view(other))));
    });
    CHECK(code_of(it.world.get(marcus, "/api/v1/files/" + at(made, "id") + "/content")) == "file_damaged");
  });
}
