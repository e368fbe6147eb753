#pragma once
#include "access/api.hpp"
#include "possession/export.hpp"
#include "possession/jobs.hpp"

namespace entente::possession {

/// Routes of exports: begun as jobs, asked after, fetched.
void add_routes(access::Api& api, const Source& source, Jobs& jobs);

/// Routes of imports, and of the records that came with them.
void add_import_routes(access::Api& api, const Source& source, Jobs& jobs);

/// Begins to look through a file of the operator's; for the operator's socket only. `key`: whose signature alone is taken.
JobPointer begin_import_of(Jobs& jobs, const access::ViewerPointer& viewer, const std::string& path, const std::string& key);

/// A viewer that outlives the request. What belongs to the request alone stays behind.
access::ViewerPointer lasting(const access::Viewer& viewer);

/// An open file as a body; `not_found` if it is not there.
std::shared_ptr<const http::FileBody> open_file(const std::string& path);

/// Routes of witnesses and their signatures.
void add_witness_routes(access::Api& api, record::Signer& signer);

/// Begins an export into a file that the server writes where the operator says; for the operator's socket only.
/// Of everything, a `path` that does not end in “.zip” is a folder, which takes each alliance as a file of its own.
JobPointer begin_export_to(const Source& source, Jobs& jobs, const access::ViewerPointer& viewer, const std::optional<AllianceId>& alliance,
                           const std::string& path);

}  // namespace entente::possession
