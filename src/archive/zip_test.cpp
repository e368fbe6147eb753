#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>

#include "archive/zip_format.hpp"
#include "archive/zip_reader.hpp"
#include "archive/zip_writer.hpp"
#include "base/error.hpp"
#include "support/databases.hpp"

namespace {
using namespace entente;
using namespace entente::archive;

const Instant moment = parse_instant("2010-02-01T09:00:00Z");
using Files = std::vector<std::pair<std::string, std::string>>;

std::string zip_of(const Files& files, Packing packing = Packing::usual) {
  std::string bytes;
  ZipWriter zip([&](std::string_view part) { bytes += part; }, moment);
  for (const auto& [name, text] : files) {
    zip.begin(name, packing);
    zip.write(text);
    auto written = zip.end();
    CHECK(written.bytes == text.size());
    CHECK(written.digest == auth::sha256(text));
  }
  zip.finish();
  return bytes;
}

/// Reads everything; what was refused is thrown.
std::map<std::string, std::string> read_all(const std::string& bytes, ZipLimits limits = {}) {
  test::TemporaryDirectory folder;
  auto path = (folder.path() / "a.zip").string();
  std::ofstream(path, std::ios::binary) << bytes;
  ZipReader zip(path, limits);
  std::map<std::string, std::string> found;
  for (const auto& entry : zip.entries()) found[entry.name] = zip.text(entry);
  return found;
}

std::string refusal(const std::string& bytes, ZipLimits limits = {}) {
  try {
    read_all(bytes, limits);
  } catch (const Error& error) {
    return error.code() + ": " + error.message();
  }
  return "";
}

std::string replaced(std::string bytes, std::string_view from, std::string_view to) {
  for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size())) bytes.replace(at, from.size(), to);
  return bytes;
}

void set_number(std::string& bytes, std::size_t at, std::uint32_t number) {
  std::string text;
  format::put(text, number);
  bytes.replace(at, text.size(), text);
}

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }
}  // namespace

TEST_CASE("what was written is read again, however it was packed") {
  CHECK(rc::check([](const std::vector<std::string>& texts) {
    Files files;
    for (std::size_t i = 0; i < texts.size(); ++i) files.emplace_back(fmt::format("folder/file-{}", i), texts[i]);
    for (auto packing : {Packing::usual, Packing::none}) {
      auto found = read_all(zip_of(files, packing));
      RC_ASSERT(found.size() == files.size());
      for (const auto& [name, text] : files) RC_ASSERT(found[name] == text);
    }
  }));
  std::string large;
  SeededRandom random(4);
  while (large.size() < 3'000'000) large += auth::random_bytes(random, 100'000);
  CHECK(read_all(zip_of({{"large", large}}))["large"] == large);
}

TEST_CASE("other programs read what we write") {
  test::TemporaryDirectory folder;
  auto path = (folder.path() / "a.zip").string();
  std::ofstream(path, std::ios::binary) << zip_of({{"README.txt", "Hello\n"}, {"data/größe.jsonl", std::string(200'000, 'a')}, {"inner.zip", zip_of({{"x", "y"}})}});
  auto script = fmt::format("python3 -c \"import zipfile; z = zipfile.ZipFile('{}'); assert z.testzip() is None; assert z.read('README.txt') == b'Hello\\n'; "
                            "assert len(z.read('data/größe.jsonl')) == 200000; assert z.infolist()[0].date_time == (2010, 2, 1, 9, 0, 0)\"", path);
  CHECK(std::system(script.c_str()) == 0);
}

TEST_CASE("more files than a plain directory can count are written in the large form, and read again") {
  Files files;
  for (int i = 0; i < 70'000; ++i) files.emplace_back(std::to_string(i), "");
  auto bytes = zip_of(files);
  CHECK(says(refusal(bytes), "zip_too_large: The zip has more than 2000 files"));
  CHECK(read_all(bytes, {100'000, 1'000, 100}).size() == 70'000);
}

TEST_CASE("a zip that is changed or cut anywhere is refused, or gives what it gave") {
  const Files files{{"one.txt", "The first file of the zip."}, {"two.txt", std::string(300, 'b')}};
  const auto bytes = zip_of(files);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (char flip : {'\x01', '\x80'}) {
      auto changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ flip);
      try {
        for (const auto& [name, text] : read_all(changed)) {
          bool known = (name == "one.txt" && text == files[0].second) || (name == "two.txt" && text == files[1].second);
          CHECK_MESSAGE(known, "byte ", i);
        }
      } catch (const Error&) {
      }
    }
  for (std::size_t length = 0; length < bytes.size(); ++length) CHECK(refusal(bytes.substr(0, length)) != "");
  CHECK(refusal(bytes) == "");
}

TEST_CASE("names that lead elsewhere, and what shares bytes, is refused") {
  auto plain = zip_of({{"abcdefgh", "text"}});
  for (std::string name : std::vector<std::string>{"../etc/x", "/etc/abc", "a/../../", "a\\..\\..\\", "C:/a.txt", "a//b.txt", "./aa.txt", "aaaaaaa/", std::string("a\0aaaaaa", 8), std::string("a\naaaaaa")}) {
    name.resize(8, 'x');
    CAPTURE(name);
    CHECK(says(refusal(replaced(plain, "abcdefgh", name)), "no plain path"));
  }
  CHECK(refusal(replaced(plain, "abcdefgh", "ab/defgh")) == "");  // the control
  CHECK(says(refusal(replaced(zip_of({{"aa", "1"}, {"ab", "2"}}), "ab", "aa")), "is there twice"));
  // The second entry of the directory points at the first one's bytes.
  auto two = zip_of({{"aa", "1"}, {"bb", "1"}});
  auto second = two.rfind(std::string("PK\x01\x02", 4));
  set_number(two, second + 42, 0);
  CHECK(says(refusal(two), "another name inside"));
  two.replace(two.rfind("bb"), 2, "aa");
  CHECK(refusal(two) != "");
  CHECK(says(refusal("hello"), "not a zip file"));
  CHECK(says(refusal(""), "not a zip file"));
}

TEST_CASE("what unpacks to too much is refused while it is unpacked, whatever the directory says") {
  auto bomb = zip_of({{"bomb", std::string(20'000'000, '\0')}});
  CHECK(bomb.size() < 40'000);
  CHECK(says(refusal(bomb), "more than 100 times its size"));
  CHECK(says(refusal(bomb, {10, 10'000'000, 100'000}), "more than 10 MB"));
  CHECK(refusal(bomb, {10, 30'000'000, 100'000}) == "");  // the control
  // The directory claims a small file.
  auto central = bomb.rfind(std::string("PK\x01\x02", 4));
  set_number(bomb, central + 24, 10);
  CHECK(says(refusal(bomb, {10, 30'000'000, 100'000}), "longer than the directory says"));
  // Many small ones count together.
  Files files;
  for (int i = 0; i < 30; ++i) files.emplace_back(std::to_string(i), std::string(900'000, 'a'));
  CHECK(says(refusal(zip_of(files), {2'000, 20'000'000, 100}), "more than 20 MB"));
}

TEST_CASE("lines come one by one, also where they are long") {
  test::TemporaryDirectory folder;
  auto path = (folder.path() / "a.zip").string();
  std::string wide(200'000, 'w');
  std::ofstream(path, std::ios::binary) << zip_of({{"lines", "one\n\n" + wide + "\nlast"}});
  ZipReader zip(path);
  std::vector<std::string> lines;
  zip.lines(*zip.find("lines"), [&](std::string_view line) { lines.emplace_back(line); });
  CHECK(lines == std::vector<std::string>{"one", "", wide, "last"});
  CHECK_THROWS_AS(zip.lines(*zip.find("lines"), [](std::string_view) {}, 1'000), Error);
  CHECK(zip.find("other") == nullptr);
}
