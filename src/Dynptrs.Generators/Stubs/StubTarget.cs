using Dynptrs.Generators.Declarations;
using Dynptrs.Generators.Models;

namespace Dynptrs.Generators.Stubs;

/// <summary>A class that is to be filled with stubs.</summary>
/// <param name="Frame">Where the stubs go.</param>
/// <param name="Kernel">The kernel that it is written for, or <see langword="null"/> for the newest.</param>
internal sealed record StubTarget(TypeFrame Frame, KernelVersion? Kernel);
