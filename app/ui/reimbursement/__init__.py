"""Reimbursements at the desk: the payment lists of those that are closed, and the status of each request."""
