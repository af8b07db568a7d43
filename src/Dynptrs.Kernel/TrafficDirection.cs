namespace Dynptrs.Kernel;

/// <summary>Which packets of an interface a program of traffic control is given.</summary>
public enum TrafficDirection
{
    /// <summary>Those that come in.</summary>
    Ingress,

    /// <summary>Those that go out.</summary>
    Egress,
}
