"""Which network addresses may be connected to: global unicast only, whatever notation they hide in."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

IPAddress = IPv4Address | IPv6Address
IPNetwork = IPv4Network | IPv6Network

_GLOBAL_UNICAST = IPv6Network("2000::/3")
# Ranges that carry another address inside, and ranges that not every Python counts as special (IANA's registries of
# special-purpose addresses).
_REFUSED = tuple(
    ip_network(network)
    for network in (
        "192.0.0.0/24",  # IETF protocol assignments
        "192.88.99.0/24",  # 6to4 relays
        "2001::/32",  # Teredo
        "2002::/16",  # 6to4
        "3fff::/20",  # documentation
    )
)


def is_public(address: IPAddress) -> bool:
    """Whether ``address`` is a global unicast address; one mapped into IPv6 counts as the IPv4 address it is.

    Addresses that lead through a translator (6to4, Teredo, NAT64's 64:ff9b::/96) or carry a zone are not.
    """
    if isinstance(address, IPv6Address):
        if address.scope_id is not None:
            return False
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address not in _GLOBAL_UNICAST:
            return False
    special = address.is_multicast or address.is_reserved or address.is_private
    return address.is_global and not special and not _within(address, _REFUSED)


def may_connect(host: str, permitted: Iterable[IPNetwork] = ()) -> bool:
    """Whether a connection to ``host``, an address in digits, may be made: a public one, or one in
    ``permitted``."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return is_public(address) or _within(address, permitted)


def _within(address: IPAddress, networks: Iterable[IPNetwork]) -> bool:
    return any(address in network for network in networks if network.version == address.version)
