#include "mail/smtp.hpp"

#include <curl/curl.h>

#include <mutex>

#include "base/error.hpp"

namespace entente::mail {
namespace {

struct Place {
  std::string scheme, host;
};

Place place_of(const std::string& url) {
  auto refuse = [] { throw_bad_field("--mail-url", "bad_mail_url", "The mail server is smtp://HOST:PORT or smtps://HOST:PORT."); };
  auto colon = url.find("://");
  if (colon == std::string::npos) refuse();
  Place place{url.substr(0, colon), url.substr(colon + 3)};
  if (place.scheme != "smtp" && place.scheme != "smtps") refuse();
  if (place.host.find('@') != std::string::npos)
    throw_bad_field("--mail-url", "password_in_url", "Name and password do not belong into the address: use --mail-user and --mail-password-file.");
  if (place.host.ends_with('/')) place.host.pop_back();
  // A path would become the name that we greet with.
  if (place.host.empty() || place.host.find_first_of("/?# \t\r\n") != std::string::npos) refuse();
  if (auto port = place.host.rfind(':'); port != std::string::npos && place.host.find(']', port) == std::string::npos) place.host.resize(port);
  return place;
}

bool is_this_machine(const std::string& host) { return host == "localhost" || host == "[::1]" || host.starts_with("127."); }

/// Where curl reads the mail from.
struct Upload {
  std::string_view rest;
  static std::size_t read(char* out, std::size_t size, std::size_t count, void* self) {
    auto& upload = *static_cast<Upload*>(self);
    std::size_t length = std::min(size * count, upload.rest.size());
    std::copy_n(upload.rest.data(), length, out);
    upload.rest.remove_prefix(length);
    return length;
  }
};

class Smtp : public Carrier {
 public:
  explicit Smtp(const SmtpSettings& settings) : settings_(settings), place_(place_of(settings.url)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  }

  Report carry(const Message& message) override {
    std::string text;
    try {
      text = wire_text(message);
    } catch (const Error& error) {
      return {Outcome::refused, error.message()};
    }
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(), &curl_easy_cleanup);
    if (!handle) return {Outcome::not_now, "out of memory"};
    CURL* curl = handle.get();
    std::string from = "<" + message.from.address + ">", to = "<" + message.to.address + ">";
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(curl_slist_append(nullptr, to.c_str()), &curl_slist_free_all);
    char problem[CURL_ERROR_SIZE] = "";
    Upload upload{text};
    curl_easy_setopt(curl, CURLOPT_URL, settings_.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 20L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, problem);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Upload::read);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(is_this_machine(place_.host) && settings_.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    // A mail server on this machine usually has a certificate of its own making.
    if (is_this_machine(place_.host) && settings_.certificates.empty()) {
      curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
      curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (!settings_.certificates.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, settings_.certificates.c_str());
    if (!settings_.user.empty()) {
      curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
      curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
    }
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK) return {Outcome::sent, ""};
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    std::string why = problem[0] ? problem : curl_easy_strerror(code);
    if (answer > 0) why += fmt::format(" (the mail server's last answer was {})", answer);
    return {outcome_of(code, answer), why};
  }

 private:
  static Outcome outcome_of(CURLcode code, long answer) {
    switch (code) {
      case CURLE_LOGIN_DENIED:
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
      case CURLE_USE_SSL_FAILED: return Outcome::misplaced;
      default: break;
    }
    // RFC 5321, 4.2.1: 5yz is for good. 530, 534, 535 and 538 are about the login (RFC 4954).
    if (answer == 530 || answer == 534 || answer == 535 || answer == 538) return Outcome::misplaced;
    return answer >= 500 && answer < 600 ? Outcome::refused : Outcome::not_now;
  }

  SmtpSettings settings_;
  Place place_;
};

}  // namespace

void check(const SmtpSettings& settings) {
  place_of(settings.url);
  if (settings.user.empty() != settings.password.empty())
    throw_bad_field("--mail-user", "half_a_login", "A login to the mail server is a name (--mail-user) and a password (--mail-password-file).");
}

std::unique_ptr<Carrier> smtp_carrier(const SmtpSettings& settings) {
  check(settings);
  return std::make_unique<Smtp>(settings);
}

}  // namespace entente::mail
