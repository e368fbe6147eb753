#pragma once

namespace entente::print {

/// Makes the typeface Inter, which is built into the program, known to the text engine. Once for the whole process; may
/// be called from any thread, any number of times. Where it fails, the system's sans serif stands in.
void use_embedded_fonts();

}  // namespace entente::print
