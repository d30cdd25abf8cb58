"""What can be wrong with a cluster."""

from __future__ import annotations

from faheng.errors import FahengError

__all__ = ["ClusterDiffers", "ClusterUnavailable"]


class ClusterUnavailable(FahengError):
    """The cluster that should read cannot be used: which one, why, and what to do."""

    def __init__(self, cluster: str, said: str, instead: str) -> None:
        super().__init__(f"the Ray cluster {cluster} cannot be used ({said}); {instead}")


class ClusterDiffers(FahengError):
    """A node of the cluster would read otherwise than this machine, or put what it reads elsewhere."""

    def __init__(self, node: str, what: str) -> None:
        super().__init__(f"the node {node} differs in {what}: make it the same there, then run the import again")
