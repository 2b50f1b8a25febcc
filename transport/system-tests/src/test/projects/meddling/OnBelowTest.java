package shop;

class OnBelowTest extends OffAncestor {}
