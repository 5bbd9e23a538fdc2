"""Labels as tags: what every format in which people label has in common, made into documents and made of them."""

from newsparse_bench.labels.building import built
from newsparse_bench.labels.predicted import tagged
from newsparse_bench.labels.regions import Region, Regions, labelled, regions
from newsparse_bench.labels.tags import Labelled, Tag

__all__ = ["Labelled", "Region", "Regions", "Tag", "built", "labelled", "regions", "tagged"]
