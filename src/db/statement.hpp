#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/error.hpp"

namespace entente::db {

enum class Kind { sqlite, postgres };

/// How a value travels: BIGINT, DOUBLE PRECISION, TEXT or BYTEA. Known from the C++ type alone, so that a null has a
/// type too.
enum class Wire : std::uint8_t { integer, real, text, bytes };

/// Whether a bound text or byte string outlives the call, or has to be copied.
enum class Keep { callers, copy };

/// One prepared statement of one connection. Areas never see it: they use Transaction and Row.
/// Parameters and columns count from 0 here; `$1` is parameter 0.
class Statement {
 public:
  virtual ~Statement() = default;

  virtual void bind_null(int parameter) = 0;
  virtual void bind_integer(int parameter, std::int64_t value) = 0;
  virtual void bind_real(int parameter, double value) = 0;
  virtual void bind_text(int parameter, std::string_view value, Keep keep) = 0;
  virtual void bind_bytes(int parameter, std::span<const std::byte> value, Keep keep) = 0;

  /// Runs to the next row; false after the last one.
  virtual bool step() = 0;
  /// Rows changed by the statement that has just been run to its end.
  virtual std::int64_t changed() const = 0;
  /// Runs the statement with the parameters bound and makes it ready for the next ones; it may still be under way when
  /// the call returns. `finish` waits for all and gives the rows changed in all.
  virtual void push() = 0;
  virtual std::int64_t finish() = 0;

  virtual int columns() const = 0;
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual double real(int column) const = 0;
  /// Valid until the next step; a null has no data().
  virtual std::string_view text(int column) const = 0;
  virtual std::span<const std::byte> bytes(int column) const = 0;
};

/// One connection, used by one thread at a time. Areas never see it.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual Kind kind() const = 0;
  /// A statement that is ready to bind; from the cache where it can be. `wires` are the types of its parameters.
  virtual Statement& acquire(std::string_view sql, std::span<const Wire> wires) = 0;
  virtual void release(Statement& statement) noexcept = 0;
  /// Several statements without parameters, divided by semicolons.
  virtual void script(std::string_view text) = 0;
  /// Adds a space to what the open transaction sees (Sight).
  virtual void see(std::string_view) {}

  /// The first error of the transaction that is open. From then on it can only be rolled back, on both databases alike.
  const std::optional<Error>& failure() const { return failure_; }
  void forget_failure() { failure_.reset(); }
  /// Notes the error and throws it.
  [[noreturn]] void fail(Error error);

 protected:
  void refuse_after_failure() const {
    if (failure_) throw *failure_;
  }

 private:
  std::optional<Error> failure_;
};

template <class T>
struct Column;

/// The row that a statement stands on. Columns count from 0.
class Row {
 public:
  explicit Row(const Statement& statement) : statement_(statement) {}

  /// Throws `internal` where the column is null and T cannot say so (an optional and an identifier can).
  template <class T>
  T get(int column) const {
    return Column<T>::read(statement_, column);
  }
  bool null(int column) const { return statement_.null(column); }
  /// Empty for null; valid until the row function returns.
  std::string_view text(int column) const { return statement_.text(column); }
  std::span<const std::byte> bytes(int column) const { return statement_.bytes(column); }
  std::int64_t integer(int column) const { return statement_.integer(column); }
  double real(int column) const { return statement_.real(column); }
  int columns() const { return statement_.columns(); }

 private:
  const Statement& statement_;
};

}  // namespace entente::db
