using System.Collections.Immutable;

namespace Dynptrs.Analyzers.Tests.Contracts.Kernel;

/// <summary>What a callback is given and may return.</summary>
/// <param name="Signature">The prototype in C.</param>
/// <param name="Arguments">What is known of each argument, by name.</param>
/// <param name="Returns">The numbers that it may return.</param>
internal sealed record KernelCallback(string Signature, ImmutableDictionary<string, string> Arguments, string Returns);
