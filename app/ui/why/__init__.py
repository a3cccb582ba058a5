"""Why a line stands as it does: findings with clause and arithmetic, people's words, the patient's earlier services."""
