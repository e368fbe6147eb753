#include "support/faulty_disk.hpp"

#include <sqlite3.h>

#include <fstream>

namespace entente::test {
namespace {

constexpr std::size_t sector = 512;

struct File {
  sqlite3_file base;
  FaultyDisk* disk;
  std::shared_ptr<FaultyDisk::Shadow>* shadow;
  sqlite3_file* real;
};

sqlite3_vfs* real_of(sqlite3_vfs*) {
  return sqlite3_vfs_find("unix");
}
FaultyDisk& disk_of(sqlite3_vfs* vfs) {
  return *static_cast<FaultyDisk*>(vfs->pAppData);
}
File* mine(sqlite3_file* file) {
  return reinterpret_cast<File*>(file);
}
sqlite3_file* real_of(sqlite3_file* file) {
  return mine(file)->real;
}

int close_file(sqlite3_file* file) {
  int code = real_of(file)->pMethods->xClose(real_of(file));
  delete mine(file)->shadow;
  return code;
}
int read_file(sqlite3_file* file, void* into, int length, sqlite3_int64 offset) {
  if (int code = mine(file)->disk->count(FaultyDisk::Call::reads); code != SQLITE_OK)
    return code == SQLITE_IOERR ? SQLITE_IOERR_READ : code;
  return real_of(file)->pMethods->xRead(real_of(file), into, length, offset);
}
int write_file(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset) {
  FaultyDisk& disk = *mine(file)->disk;
  if (int code = disk.count(FaultyDisk::Call::writes); code != SQLITE_OK)
    return code == SQLITE_IOERR ? SQLITE_IOERR_WRITE : code;
  disk.change(**mine(file)->shadow,
              {offset, false, std::string(static_cast<const char*>(data), static_cast<std::size_t>(length))});
  return real_of(file)->pMethods->xWrite(real_of(file), data, length, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  FaultyDisk& disk = *mine(file)->disk;
  if (int code = disk.count(FaultyDisk::Call::reads); code != SQLITE_OK)
    return code == SQLITE_IOERR ? SQLITE_IOERR_TRUNCATE : code;
  disk.change(**mine(file)->shadow, {size, true, {}});
  return real_of(file)->pMethods->xTruncate(real_of(file), size);
}
int sync_file(sqlite3_file* file, int) {
  FaultyDisk& disk = *mine(file)->disk;
  if (disk.count(FaultyDisk::Call::syncs) != SQLITE_OK) {
    disk.forget_changes(**mine(file)->shadow);
    return SQLITE_IOERR_FSYNC;
  }
  disk.sync(**mine(file)->shadow);
  return SQLITE_OK;
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  if (int code = mine(file)->disk->count(FaultyDisk::Call::reads); code != SQLITE_OK)
    return code == SQLITE_IOERR ? SQLITE_IOERR_FSTAT : code;
  return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xLock(real_of(file), level);
}
int unlock(sqlite3_file* file, int level) {
  return real_of(file)->pMethods->xUnlock(real_of(file), level);
}
int reserved(sqlite3_file* file, int* answer) {
  return real_of(file)->pMethods->xCheckReservedLock(real_of(file), answer);
}
int control(sqlite3_file* file, int what, void* argument) {
  return real_of(file)->pMethods->xFileControl(real_of(file), what, argument);
}
int sector_size(sqlite3_file* file) {
  return real_of(file)->pMethods->xSectorSize(real_of(file));
}
int characteristics(sqlite3_file* file) {
  return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** into) {
  return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, into);
}
int lock_shared(sqlite3_file* file, int offset, int number, int flags) {
  return real_of(file)->pMethods->xShmLock(real_of(file), offset, number, flags);
}
void barrier(sqlite3_file* file) {
  real_of(file)->pMethods->xShmBarrier(real_of(file));
}
int unmap_shared(sqlite3_file* file, int remove) {
  return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

const sqlite3_io_methods methods = {
    2,           close_file, read_file,    write_file, truncate_file, sync_file,       size_of_file,
    lock,        unlock,     reserved,     control,    sector_size,   characteristics, map_shared,
    lock_shared, barrier,    unmap_shared, nullptr,    nullptr};

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* given) {
  FaultyDisk& disk = disk_of(vfs);
  file->pMethods = nullptr;
  if (int code = disk.count(FaultyDisk::Call::reads); code != SQLITE_OK) return SQLITE_CANTOPEN;
  auto real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
  int code = real_of(vfs)->xOpen(real_of(vfs), path, real, flags, given);
  if (code != SQLITE_OK) return code;
  *mine(file) = {{&methods}, &disk, new std::shared_ptr(disk.shadow_of(path == nullptr ? "" : path)), real};
  return SQLITE_OK;
}
int delete_file(sqlite3_vfs* vfs, const char* path, int sync) {
  if (disk_of(vfs).count(FaultyDisk::Call::reads) != SQLITE_OK) return SQLITE_IOERR_DELETE;
  disk_of(vfs).remove(path);
  return real_of(vfs)->xDelete(real_of(vfs), path, sync);
}
int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* answer) {
  if (disk_of(vfs).count(FaultyDisk::Call::reads) != SQLITE_OK) return SQLITE_IOERR_ACCESS;
  return real_of(vfs)->xAccess(real_of(vfs), path, flags, answer);
}

}  // namespace

FaultyDisk::FaultyDisk() {
  static std::atomic<int> number = 0;
  name_ = fmt::format("faulty-{}", ++number);
  sqlite3_initialize();
  sqlite3_vfs* real = sqlite3_vfs_find("unix");
  auto vfs = std::make_shared<sqlite3_vfs>(*real);
  vfs->szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  vfs->zName = name_.c_str();
  vfs->pAppData = this;
  vfs->pNext = nullptr;
  vfs->xOpen = open_file;
  vfs->xDelete = delete_file;
  vfs->xAccess = access_file;
  sqlite3_vfs_register(vfs.get(), 0);
  registered_ = vfs;
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(static_cast<sqlite3_vfs*>(registered_.get()));
}

void FaultyDisk::cut_after(std::int64_t calls) {
  std::lock_guard lock(mutex_);
  calls_to_cut_ = calls;
}

void FaultyDisk::cut() {
  std::lock_guard lock(mutex_);
  cut_ = true;
}

bool FaultyDisk::is_cut() const {
  std::lock_guard lock(mutex_);
  return cut_;
}

void FaultyDisk::fail_at(std::int64_t call, Fault fault) {
  std::lock_guard lock(mutex_);
  fault_ = fault;
  calls_to_fault_ = call;
  failed_ = false;
}

bool FaultyDisk::has_failed() const {
  std::lock_guard lock(mutex_);
  return failed_;
}

int FaultyDisk::count(Call call) {
  std::lock_guard lock(mutex_);
  if (calls_to_cut_ >= 0 && calls_to_cut_-- == 0) cut_ = true;
  if (cut_) return SQLITE_IOERR;
  if (fault_ == Fault::input_output && --calls_to_fault_ == 0) {
    failed_ = true;
    return SQLITE_IOERR;
  }
  if (fault_ == Fault::full && call == Call::writes && --calls_to_fault_ <= 0) {
    failed_ = true;
    return SQLITE_FULL;
  }
  return SQLITE_OK;
}

std::shared_ptr<FaultyDisk::Shadow> FaultyDisk::shadow_of(const std::string& path) {
  std::lock_guard lock(mutex_);
  auto& shadow = files_[path];
  if (!shadow || path.empty()) {
    shadow = std::make_shared<Shadow>();
    // A file that was there before this disk began is durable.
    std::ifstream file(path, std::ios::binary);
    if (!path.empty() && file && std::filesystem::file_size(path) > 0) {
      shadow->exists = true;
      shadow->synced.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  return shadow;
}

void FaultyDisk::change(Shadow& shadow, Change change) {
  std::lock_guard lock(mutex_);
  shadow.changes.push_back(std::move(change));
}

void FaultyDisk::apply(std::string& content, const Change& change) {
  auto offset = static_cast<std::size_t>(change.offset);
  if (change.truncates) {
    content.resize(offset);
    return;
  }
  if (content.size() < offset + change.data.size()) content.resize(offset + change.data.size());
  content.replace(offset, change.data.size(), change.data);
}

void FaultyDisk::sync(Shadow& shadow) {
  std::lock_guard lock(mutex_);
  for (const Change& change : shadow.changes) apply(shadow.synced, change);
  shadow.changes.clear();
  shadow.exists = true;
}

void FaultyDisk::forget_changes(Shadow& shadow) {
  std::lock_guard lock(mutex_);
  if (!cut_) shadow.changes.clear();
}

void FaultyDisk::remove(const std::string& path) {
  std::lock_guard lock(mutex_);
  files_.erase(path);
}

void FaultyDisk::survivors(const std::filesystem::path& directory, std::uint64_t seed) const {
  std::lock_guard lock(mutex_);
  std::mt19937_64 random(seed);
  // Sometimes nothing of the cache was written, sometimes nearly all of it.
  int share = static_cast<int>(random() % 5) * 25;
  auto kept = [&] { return static_cast<int>(random() % 100) < share; };
  for (const auto& [path, shadow] : files_) {
    if (path.empty() || !shadow->exists || path.ends_with("-shm")) continue;
    std::string content = shadow->synced;
    for (const Change& change : shadow->changes) {
      if (change.truncates) {
        if (kept()) apply(content, change);
        continue;
      }
      auto first = static_cast<std::size_t>(change.offset);
      for (std::size_t at = 0; at < change.data.size();) {
        std::size_t length = std::min(sector - (first + at) % sector, change.data.size() - at);
        if (kept()) apply(content, {static_cast<std::int64_t>(first + at), false, change.data.substr(at, length)});
        at += length;
      }
    }
    std::ofstream file(directory / std::filesystem::path(path).filename(), std::ios::binary);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
  }
}

int rounds(int normal, int thorough) {
  const char* wish = ::getenv("ENTENTE_LONG");
  return wish != nullptr && std::string_view(wish) == "1" ? thorough : normal;
}

}  // namespace entente::test
