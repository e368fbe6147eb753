#include "http/assets.hpp"

#include "base/error.hpp"

namespace entente::http {
namespace {

struct Variant {
  std::string_view encoding;  ///< empty: as it is
  std::string_view content;
  std::string etag;
};

struct Asset {
  std::string_view content_type;
  bool is_immutable = false;
  std::vector<Variant> variants;  ///< best first; the plain one last
};

std::string_view type_of(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".mjs", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json"},
      {".webmanifest", "application/manifest+json"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".webp", "image/webp"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".wasm", "application/wasm"},
      {".txt", "text/plain; charset=utf-8"},
      {".map", "application/json"},
  };
  for (const auto& [ending, type] : types)
    if (name.ends_with(ending)) return type;
  return "application/octet-stream";
}

/// FNV-1a with 64 bits: only tells versions of our own files apart.
std::string etag_of(std::string_view content, std::string_view encoding) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return fmt::format("\"{:016x}{}\"", hash, encoding.empty() ? "" : fmt::format("-{}", encoding));
}

}  // namespace

struct Assets::Table {
  std::map<std::string, Asset, std::less<>> by_path;
};

Assets::Assets(const std::vector<EmbeddedFile>& files, std::string_view prefix) {
  auto table = std::make_shared<Table>();
  std::map<std::string_view, std::string_view> contents;
  for (const EmbeddedFile& file : files)
    if (file.name.starts_with(prefix)) contents[file.name.substr(prefix.size())] = file.content;
  for (const auto& [name, content] : contents) {
    bool is_sibling =
        (name.ends_with(".gz") || name.ends_with(".br")) && contents.count(name.substr(0, name.size() - 3));
    if (is_sibling) continue;
    Asset asset;
    asset.content_type = type_of(name);
    asset.is_immutable = name.starts_with("assets/");
    for (auto [ending, encoding] : {std::pair{".br", "br"}, std::pair{".gz", "gzip"}}) {
      auto sibling = contents.find(std::string(name) + ending);
      if (sibling != contents.end())
        asset.variants.push_back({encoding, sibling->second, etag_of(sibling->second, encoding)});
    }
    asset.variants.push_back({"", content, etag_of(content, "")});
    table->by_path["/" + std::string(name)] = std::move(asset);
  }
  table_ = std::move(table);
}

Response Assets::operator()(const Request& request) const {
  auto found = table_->by_path.find(request.path);
  if (found == table_->by_path.end()) {
    std::string_view path = request.path;
    bool is_page = !path.starts_with("/api/") && path.substr(path.rfind('/')).find('.') == std::string_view::npos;
    if (is_page) found = table_->by_path.find("/index.html");
    if (found == table_->by_path.end()) throw_not_found();
  }
  const Asset& asset = found->second;
  std::string_view accepted = request.header("accept-encoding").value_or("");
  const Variant* chosen = &asset.variants.back();
  for (const Variant& variant : asset.variants) {
    if (!variant.encoding.empty() && !accepts_token(accepted, variant.encoding)) continue;
    chosen = &variant;
    break;
  }
  bool is_unchanged = has_etag(request, chosen->etag);
  Response response = is_unchanged ? not_modified(chosen->etag) : Response();
  response.headers.emplace_back("Cache-Control",
                                asset.is_immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (asset.variants.size() > 1) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (is_unchanged) return response;
  response.headers.emplace_back("ETag", chosen->etag);
  if (!chosen->encoding.empty()) response.headers.emplace_back("Content-Encoding", chosen->encoding);
  response.content_type = asset.content_type;
  response.body = chosen->content;
  response.compress = Compress::never;  // the build has done it
  return response;
}

}  // namespace entente::http
