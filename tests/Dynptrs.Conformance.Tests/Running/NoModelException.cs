using System;

namespace Dynptrs.Conformance.Tests.Running;

/// <summary>A program calls something of which there is no model.</summary>
/// <param name="helper">What it calls.</param>
internal sealed class NoModelException(string helper) : Exception(helper)
{
    public string Helper { get; } = helper;
}
