#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "db/column.hpp"
#include "db/statement.hpp"

namespace entente::db {

/// The only way to run SQL; given by Database::read and Database::write to their function, and valid while that runs.
///
/// SQL is one statement with the placeholders $1, $2 …, the same text on both databases. It is prepared once for each
/// connection, so keep it in a constant and never build it from values.
///
/// Where the two differ: say NULLS FIRST or NULLS LAST in ORDER BY; lower() knows ASCII only on SQLite; a truth value
/// is BIGINT, so write `open = 1`, not `open`; give a sum of BIGINT back as CAST(sum(x) AS BIGINT). Text sorts by its
/// bytes, and LIKE minds the case, on both.
///
/// A result type T is a described struct (its members in the order of the columns), a std::tuple, or a single value.
///
/// Errors: a unique key that exists already is `conflict` with the code "duplicate", a missing or still used reference
/// `conflict` "reference", another broken constraint `conflict` "constraint". After any of these the transaction can
/// only be rolled back, even if the error is caught; where a duplicate is expected say ON CONFLICT DO NOTHING.
class Transaction {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  Kind kind() const { return connection_.kind(); }

  /// Rows inserted, updated or deleted.
  template <class... A>
  std::int64_t run(std::string_view sql, const A&... arguments) {
    Borrowed statement(connection_, sql, wires<A...>);
    bind_all(*statement, arguments...);
    while (statement->step()) {
    }
    return statement->changed();
  }

  /// As `run`, with the members of a described struct (or a tuple) as $1, $2 …
  template <class T>
  std::int64_t run_with(std::string_view sql, const T& row) {
    Borrowed statement(connection_, sql, row_wires<T>());
    bind_row(*statement, row);
    while (statement->step()) {
    }
    return statement->changed();
  }

  /// Every row of the answer.
  template <class T, class... A>
  std::vector<T> all(std::string_view sql, const A&... arguments) {
    std::vector<T> rows;
    Borrowed statement(connection_, sql, wires<A...>);
    bind_all(*statement, arguments...);
    while (statement->step()) rows.push_back(read_row<T>(*statement));
    return rows;
  }

  /// The first row of the answer, if there is one.
  template <class T, class... A>
  std::optional<T> one(std::string_view sql, const A&... arguments) {
    Borrowed statement(connection_, sql, wires<A...>);
    bind_all(*statement, arguments...);
    if (!statement->step()) return std::nullopt;
    return read_row<T>(*statement);
  }

  /// Calls `row_function(const Row&)` for each row; keeps nothing.
  template <class F, class... A>
  void each(std::string_view sql, F&& row_function, const A&... arguments) {
    Borrowed statement(connection_, sql, wires<A...>);
    bind_all(*statement, arguments...);
    while (statement->step()) row_function(Row(*statement));
  }

  /// The same statement for each row of a range of described structs or tuples; the fast way to insert many. Rows
  /// changed in all.
  template <class Rows>
  std::int64_t bulk(std::string_view sql, const Rows& rows) {
    using T = std::remove_cvref_t<decltype(*std::begin(rows))>;
    Borrowed statement(connection_, sql, row_wires<T>());
    for (const auto& row : rows) {
      bind_row(*statement, row);
      statement->push();
    }
    return statement->finish();
  }

  /// Several statements without parameters, for migrations.
  void script(std::string_view text) { connection_.script(text); }

  /// For who makes a space: from here on the transaction sees it, too (Sight).
  void see(std::string_view space) { connection_.see(space); }

  /// Runs `then` once the commit is durable, before Database::write returns; not at all after a rollback. On SQLite in
  /// the order of the commits. Keep it short: on SQLite the next writers wait for it. It must not write, nor throw.
  void after_commit(std::function<void()> then) { after_commit_.push_back(std::move(then)); }

  /// PostgreSQL: the other servers on this database hear `text` once the commit is durable (`Database::listen`). Of
  /// several texts of one subject only the last is told. Whoever may connect to the database can listen, so say nothing
  /// that is private: letters, digits, blanks and - _ . only. Does nothing on SQLite.
  void tell(std::string_view subject, std::string_view text);

  /// For the databases themselves.
  const std::map<std::string, std::string>& told() const { return told_; }
  std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_commit_, {}); }

 private:
  class Borrowed {
   public:
    Borrowed(Connection& connection, std::string_view sql, std::span<const Wire> types)
        : connection_(connection), statement_(connection.acquire(sql, types)) {}
    ~Borrowed() { connection_.release(statement_); }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    Statement& operator*() const { return statement_; }
    Statement* operator->() const { return &statement_; }

   private:
    Connection& connection_;
    Statement& statement_;
  };

  template <class... A>
  static constexpr std::array<Wire, sizeof...(A)> wires = {Column<A>::wire...};

  template <class T>
  static std::span<const Wire> row_wires() {
    if constexpr (detail::DescribedStruct<T>) {
      return wires_of_members(detail::Members<T>());
    } else {
      return wires_of_tuple(static_cast<const T*>(nullptr));
    }
  }
  template <template <class...> class L, class... D>
  static std::span<const Wire> wires_of_members(L<D...>) {
    return wires<
        std::remove_cvref_t<decltype(std::declval<typename MemberOf<decltype(D::pointer)>::Owner>().*D::pointer)>...>;
  }
  template <class... A>
  static std::span<const Wire> wires_of_tuple(const std::tuple<A...>*) {
    return wires<std::remove_cvref_t<A>...>;
  }
  template <class P>
  struct MemberOf;
  template <class M, class O>
  struct MemberOf<M O::*> {
    using Owner = O;
  };
  template <class M, class O>
  struct MemberOf<M O::*const> {
    using Owner = O;
  };

  template <class... A>
  static void bind_all(Statement& statement, const A&... arguments) {
    int parameter = 0;
    (Column<A>::bind(statement, parameter++, arguments), ...);
  }

  template <class T>
  static void bind_row(Statement& statement, const T& row) {
    if constexpr (detail::DescribedStruct<T>) {
      int parameter = 0;
      boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) {
        const auto& value = row.*member.pointer;
        Column<std::remove_cvref_t<decltype(value)>>::bind(statement, parameter++, value);
      });
    } else {
      std::apply([&](const auto&... values) { bind_all(statement, values...); }, row);
    }
  }

  template <class T>
  struct IsTuple : std::false_type {};
  template <class... A>
  struct IsTuple<std::tuple<A...>> : std::true_type {};

  template <class T>
  static constexpr bool is_single = requires(const Statement& statement) {
    Column<T>::read(statement, 0);
  };

  template <class T>
  static T read_row(const Statement& statement) {
    static_assert(!std::is_same_v<T, std::string_view>, "the text ends with the row: ask for std::string");
    if constexpr (is_single<T>) {
      return Column<T>::read(statement, 0);
    } else if constexpr (IsTuple<T>::value) {
      if (statement.columns() != std::tuple_size_v<T>)
        detail::throw_wrong_columns(std::tuple_size_v<T>, statement.columns());
      return [&]<std::size_t... I>(std::index_sequence<I...>) {
        return T{Column<std::tuple_element_t<I, T>>::read(statement, static_cast<int>(I))...};
      }
      (std::make_index_sequence<std::tuple_size_v<T>>());
    } else {
      constexpr int size = boost::mp11::mp_size<detail::Members<T>>::value;
      if (statement.columns() != size) detail::throw_wrong_columns(size, statement.columns());
      T row{};
      int column = 0;
      boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) {
        auto& value = row.*member.pointer;
        value = Column<std::remove_cvref_t<decltype(value)>>::read(statement, column++);
      });
      return row;
    }
  }

  Connection& connection_;
  std::vector<std::function<void()>> after_commit_;
  std::map<std::string, std::string> told_;  ///< by subject
};

}  // namespace entente::db
