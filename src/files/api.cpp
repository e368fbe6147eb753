#include "files/api.hpp"

#include "auth/crypto.hpp"
#include "discussion/rules.hpp"
#include "files/content.hpp"
#include "files/store.hpp"

namespace entente::files {
namespace {

constexpr std::string_view area = "files";
constexpr std::size_t kept_in_memory = 1'000'000;  // bytes of an upload; more goes to a temporary file

discussion::About about_of(const http::Request& request) { return discussion::parse_about(request.query_value("about").value_or("")); }

http::Response attach_one(access::Api& api, const http::Request& request, const Viewer& viewer) {
  auto& door = api.door();
  auto alliance = api.alliance(request, viewer);
  auto about = about_of(request);
  std::string given_name(request.query_value("name").value_or(""));
  // Whoever may not attach here is told nothing of the file either.
  door.read(viewer, [&](db::Transaction& transaction) { need_attach(transaction, viewer, alliance, about); });
  Content content(request);
  if (static_cast<std::int64_t>(content.bytes().size()) > largest_file)
    throw Error(ErrorKind::too_large, "file_too_large", fmt::format("A file has {} at most.", size_words(largest_file)));
  NewFile file;
  file.content = content.bytes();
  file.kind = kind_of(content, given_name);
  file.name = clean_name(given_name, file.kind);
  file.digest = auth::sha256_hex(content.bytes());
  return access::Api::made(door.write(viewer, [&](db::Transaction& transaction) { return attach(door, transaction, viewer, alliance, about, file); }));
}

/// Always to be saved, never shown in our own pages: whatever a file holds runs nowhere near them.
http::Response content_of(access::Door& door, const http::Request& request, const Viewer& viewer) {
  auto id = request.id_parameter<AttachmentId>("id");
  Attachment file;
  std::string etag, bytes;
  door.read(viewer, [&](db::Transaction& transaction) {
    bytes.clear();
    file = need(transaction, viewer, id);
    etag = "\"" + file.digest + "\"";
    if (http::has_etag(request, etag)) return;
    bytes.reserve(static_cast<std::size_t>(file.size));
    read(transaction, file, [&](std::string_view part) { bytes += part; });
  });
  if (http::has_etag(request, etag)) return http::not_modified(etag);
  auto response = http::download(std::move(bytes), std::string(words_of(file.kind).media_type), file.name).with("ETag", etag);
  response.compress = http::Compress::never;
  return response;
}

}  // namespace

void add_routes(access::Api& api) {
  auto& door = api.door();
  const http::QueryParameter about{"about", "The thing: its kind, a colon, its identifier (objective:…); of a charter's item charter:…:…", true};
  api.add(http::Method::get, "/api/v1/alliances/{alliance}/files", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = api.alliance(request, viewer);
            auto thing = about_of(request);
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return list(transaction, viewer, id, thing); }));
          },
          {"The files of a thing, the newest first", std::string(area), {}, http::schema_of<FileList>(), "application/json", 200, {about}});

  http::Description upload{"Attach a file to a thing: the body is its content", std::string(area), {}, http::schema_of<Changed>()};
  upload.success = 201;
  upload.request_type = "application/octet-stream";
  upload.body_limit = static_cast<std::size_t>(largest_file);
  upload.spool_above = kept_in_memory;
  upload.query = {about, {"name", "What the file is called; its ending is made to fit its content", true}};
  api.add_heavy(http::Method::post, "/api/v1/alliances/{alliance}/files",
                [&](const http::Request& request, const Viewer& viewer) { return attach_one(api, request, viewer); }, upload);

  api.add(http::Method::get, "/api/v1/files/{id}", http::Runs::on_worker,
          [&](const http::Request& request, const Viewer& viewer) {
            auto id = request.id_parameter<AttachmentId>("id");
            return http::json(door.read(viewer, [&](db::Transaction& transaction) { return view(transaction, viewer, id); }));
          },
          {"What is known of a file", std::string(area), {}, http::schema_of<FileView>()});

  http::Description content{"The content of a file", std::string(area)};
  content.response_type = "application/octet-stream";
  api.add_heavy(http::Method::get, "/api/v1/files/{id}/content",
                [&](const http::Request& request, const Viewer& viewer) { return content_of(door, request, viewer); }, content);

  api.add_remove<AttachmentId>("/api/v1/files/{id}", area, "Remove a file, for 30 days in a way that can be undone",
                               [&door](db::Transaction& transaction, const Viewer& viewer, const AttachmentId& id, std::int64_t version) {
                                 return remove(door, transaction, viewer, id, version);
                               });
}

}  // namespace entente::files
